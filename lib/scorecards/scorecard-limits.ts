export const MAX_SECTIONS = 30;
export const MAX_CRITERIA = 200;
/** What the weights of a scorecard add up to. */
export const TOTAL_WEIGHT = 100;
/** The largest file that is imported. */
export const MAX_SCORECARD_FILE_BYTES = 256 * 1024;
/** How many letters a version's note may have. */
export const MAX_NOTE_LENGTH = 1_000;
