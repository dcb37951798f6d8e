import { SOURCE_ALARM_KINDS, type SourceAlarmKind } from "@/db/enums";

/** How a campaign's source is, worst first. `waiting` has never sent anything. */
export const SOURCE_HEALTH_STATES = ["silent", "refused", "recordings_stuck", "without_source", "waiting", "healthy"] as const;
export type SourceHealthState = (typeof SOURCE_HEALTH_STATES)[number];

type SourceHealthFacts = { source: string | null; hasEvent: boolean; alarms: readonly SourceAlarmKind[] };

/** A source's health in one word: of several things that are wrong, the worst. */
export function sourceHealthState({ source, hasEvent, alarms }: SourceHealthFacts): SourceHealthState {
  if (source === null) return "without_source";
  const worst = SOURCE_ALARM_KINDS.find((kind) => alarms.includes(kind));
  return worst ?? (hasEvent ? "healthy" : "waiting");
}
