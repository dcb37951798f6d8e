/** How much people may write, for fields and for what checks them. */
export const NOTE_MAX_LENGTH = 2_000;
export const REASON_MAX_LENGTH = 1_000;
export const REMARK_MAX_LENGTH = 4_000;
