import type { LiveTestFacts } from "./live-test";

/** What the screen of every source is given. */
export type SourceScreenProps = {
  campaignId: number;
  /** The zone that the campaign's times without an offset are read in. */
  timeZone: string;
  /** Where the installation is reached, such as https://quality.example.com. */
  baseUrl: string;
  liveTest: LiveTestFacts;
  now: Date;
};
