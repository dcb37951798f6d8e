/** Rows that a page of a list may have. Imports nothing, so that a browser may load it. */
export const PAGE_SIZES = [10, 25, 50, 100] as const;
