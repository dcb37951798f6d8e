import type { ComponentType } from "react";
import type { OfferedSource } from "@/lib/campaigns/offered-sources";
import { AnuraGuide } from "./anura/anura-guide";
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

const SCREENS: Record<OfferedSource, ComponentType<SourceScreenProps>> = { anura: AnuraGuide };

/** How to connect a source, and what arrives from it. */
export function SourceScreen({ source, ...props }: SourceScreenProps & { source: OfferedSource }) {
  const Screen = SCREENS[source];
  return <Screen {...props} />;
}
