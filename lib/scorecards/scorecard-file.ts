/** What a file of a scorecard says that it is, and by which version of its format. */
export const SCORECARD_FILE_FORMAT = "auditoria-scorecard";
export const SCORECARD_FILE_VERSION = 1;
