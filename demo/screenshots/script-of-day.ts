import { DEMO_RECORDINGS, type DemoRecording } from "../recordings";
import type { DemoCall } from "../script-of-calls";
import { OPERATORS } from "./people-and-campaigns";

/** What becomes of a recording when it is fetched: it is there, it was deleted, or it is to be asked for again in an hour. */
export type Serving = "stored" | "gone" | "later";

export type DayCall = DemoCall & { minutesAgo: number; serving: Serving };

const SCRIPT: [minutesAgo: number, operator: number, course: DemoCall["course"], serving: Serving][] = [
  [96, 3, "ordinary", "stored"],
  [91, 1, "ordinary", "gone"],
  [84, 4, "repeated", "stored"],
  [77, 6, "ordinary", "stored"],
  [71, 2, "not recorded", "stored"],
  [66, 7, "start after end", "stored"],
  [61, 5, "extension only", "stored"],
  [52, 8, "ordinary", "later"],
  [47, 0, "ordinary", "stored"],
];

/** The calls of the day whose events are sent to the webhook, oldest first; the last one is looked at closely. */
export function callsOfDay(now: Date): DayCall[] {
  return SCRIPT.map(([minutesAgo, operator, course, serving], index) => ({
    id: `pbx-20261120-${String(4_100 + index * 7)}`,
    course,
    direction: index % 3 === 1 ? "outbound" : "inbound",
    campaign: index % 3 === 1 ? "sales" : "service",
    operator: OPERATORS[operator] ?? "",
    extension: String(201 + operator),
    customer: `+54911${5_230_4100 + index * 13_577}`,
    recording: recordingAt(index),
    startedAt: new Date(now.getTime() - minutesAgo * 60_000 + index * 5_000),
    minutesAgo,
    serving,
  }));
}

function recordingAt(index: number): DemoRecording {
  // The last is the one in which two people speak.
  return DEMO_RECORDINGS[(index + 5) % DEMO_RECORDINGS.length] ?? DEMO_RECORDINGS[0];
}
