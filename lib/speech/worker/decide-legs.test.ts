import { expect, test } from "vitest";
import { decideLegs } from "./decide-legs";

const loud = Float32Array.from([0.1, 0.1]);
const at = (decibels: number) => loud.map((power) => power * 10 ** (decibels / 10));

test("one channel is one leg", () => {
  expect(decideLegs({ powers: [loud], correlation: 0 })).toEqual({ kept: [0], laneReason: "mono" });
});

test("two channels that differ are two legs, however unequal in loudness up to 50 dB", () => {
  expect(decideLegs({ powers: [loud, at(-49)], correlation: 0.1 })).toEqual({ kept: [0, 1], laneReason: "stereo" });
  expect(decideLegs({ powers: [loud, loud], correlation: 0.94 })).toEqual({ kept: [0, 1], laneReason: "stereo" });
});

test("the same sound on both channels is one leg, also quieter or with its sign turned", () => {
  expect(decideLegs({ powers: [at(-6), loud], correlation: 0.96 })).toEqual({ kept: [1], laneReason: "same_on_both" });
  expect(decideLegs({ powers: [loud, loud], correlation: -1 })).toEqual({ kept: [0], laneReason: "same_on_both" });
  expect(decideLegs({ powers: [at(-Infinity), at(-Infinity)], correlation: 0 })).toEqual({ kept: [0], laneReason: "same_on_both" });
});

test("a side more than 50 dB down is dead, and the other one is the leg", () => {
  expect(decideLegs({ powers: [at(-51), loud], correlation: 0.99 })).toEqual({ kept: [1], laneReason: "one_side_silent" });
  expect(decideLegs({ powers: [loud, at(-Infinity)], correlation: 0 })).toEqual({ kept: [0], laneReason: "one_side_silent" });
});
