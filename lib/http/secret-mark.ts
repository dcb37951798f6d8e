/** Stands where a secret was, in what is kept of a request. */
export const SECRET_MARK = "[removed]";
