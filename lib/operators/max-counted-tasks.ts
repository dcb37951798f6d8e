/** Tasks of one operator are counted up to here. Imports nothing, so that a browser may load it. */
export const MAX_COUNTED_TASKS = 100;
