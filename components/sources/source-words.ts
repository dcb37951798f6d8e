/** What a source's platform calls the things that a diagnosis speaks of. */
export type SourceWords = {
  /** Where the API key goes. */
  keyPlace: string;
  /** The event that a finished call is announced by; empty where every delivery tells of one. */
  finalEvent: string;
  campaignField: string;
  recordedField: string;
  recordingField: string;
};
