/** Where a text is said in a task's recording for the first time: the words around it, the found ones between two marks, and the second. */
export type Snippet = { text: string; seconds: number; hitCount: number };

/** Stand around a found word; no transcript holds them. */
export const HIT_START = "\u0002";
export const HIT_END = "\u0003";
