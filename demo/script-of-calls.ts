import { randomInt } from "node:crypto";
import { DEMO_RECORDINGS, type DemoRecording } from "./recordings";

/** What a real PBX does besides the ordinary START and END of a recorded call. */
export type Course =
  | "ordinary"
  | "repeated"
  | "start after end"
  | "late recording"
  | "recording sent later"
  | "not recorded"
  | "extension only";

export type DemoCall = {
  id: string;
  course: Course;
  direction: "inbound" | "outbound";
  campaign: "service" | "sales";
  operator: string;
  extension: string;
  customer: string;
  recording: DemoRecording;
  startedAt: Date;
};

const OPERATORS = ["María López", "José Pérez", "Ana Gutiérrez", "Lucas Fernández", "Sofía Romero", "Julián Castro"];
const COURSES: Course[] = [
  "ordinary",
  "ordinary",
  "repeated",
  "ordinary",
  "late recording",
  "start after end",
  "ordinary",
  "recording sent later",
  "not recorded",
  "ordinary",
  "extension only",
];

/** The `index`-th call of the demonstration, which ends now: courses, directions and people take turns, so that all are soon seen. */
export function demoCall(index: number): DemoCall {
  const recording = pick(DEMO_RECORDINGS, index);
  const isOutbound = index % 3 === 1;
  return {
    id: `demo-${Date.now()}-${index}`,
    course: pick(COURSES, index),
    direction: isOutbound ? "outbound" : "inbound",
    campaign: isOutbound ? "sales" : "service",
    operator: pick(OPERATORS, index * 5 + (index >> 2)),
    extension: String(201 + (index % OPERATORS.length)),
    customer: `+54911${randomInt(20_000_000, 70_000_000)}`,
    recording,
    startedAt: new Date(Date.now() - (recording.seconds + 4) * 1000),
  };
}

function pick<Item>(items: readonly [Item, ...Item[]] | readonly Item[], index: number): Item {
  const item = items[index % items.length];
  if (item === undefined) throw new Error("There is nothing to pick from.");
  return item;
}
