import type { LaneReason } from "../speech.ts";
import { meanPower, type SlotPowers } from "./measure-channels.ts";

/** Above this, two channels carry the same sound. */
const SAME_CORRELATION = 0.95;
/** A side that much weaker than the other is no side: 50 dB. */
const DEAD_RATIO = 10 ** (-50 / 10);

/** Which of one or two channels are sides of the call, by their order. */
export function decideLegs({ powers, correlation }: { powers: SlotPowers[]; correlation: number }): {
  kept: number[];
  laneReason: LaneReason;
} {
  if (powers.length < 2) return { kept: [0], laneReason: "mono" };
  const [one = 0, other = 0] = powers.map(meanPower);
  const louder = one >= other ? 0 : 1;
  if (one === 0 && other === 0) return { kept: [0], laneReason: "same_on_both" };
  if (Math.min(one, other) < Math.max(one, other) * DEAD_RATIO) return { kept: [louder], laneReason: "one_side_silent" };
  // The same sound with its sign turned is the same sound.
  if (Math.abs(correlation) > SAME_CORRELATION) return { kept: [louder], laneReason: "same_on_both" };
  return { kept: [0, 1], laneReason: "stereo" };
}
