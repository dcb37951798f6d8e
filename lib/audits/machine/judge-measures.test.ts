import { expect, test } from "vitest";
import type { CriterionRule } from "@/db/schema";
import type { HeardCall } from "./heard-call";
import { AGENT, answer, CUSTOMER, heard, lane, SOMEBODY, said } from "./testing/make-heard-call";

const LIMITS: [CriterionRule, "complies" | "fails"][] = [
  [{ maxSilenceRatio: 0.2 }, "complies"],
  [{ maxSilenceRatio: 0.19 }, "fails"],
  [{ maxLongestSilenceSeconds: 13 }, "complies"],
  [{ maxLongestSilenceSeconds: 12 }, "fails"],
  [{ agentTalkRatio: { min: 0.5, max: 0.5 } }, "complies"],
  [{ agentTalkRatio: { min: 0.51 } }, "fails"],
  [{ agentTalkRatio: { max: 0.49 } }, "fails"],
  [{ maxAgentInterruptions: 2 }, "complies"],
  [{ maxAgentInterruptions: 1 }, "fails"],
  [{ maxSilenceRatio: 0.2, maxAgentInterruptions: 1 }, "fails"],
  [{ maxSilenceRatio: 0.2, maxAgentInterruptions: 2, ...said("hola") }, "complies"],
  [{ maxSilenceRatio: 0.2, maxAgentInterruptions: 2, ...said("chau") }, "fails"],
];

test.each(LIMITS)("by what was measured, a rule of %j gives %s: limits are within, and all must hold", async (rule, expected) => {
  expect(await answer(rule, heard([[0, "Hola"]]))).toMatchObject({ answer: expected });
});

test("the agent's channel is the one of the agent's voice, also where a side is silent, and nobody's where sides share one", async () => {
  const rule: CriterionRule = { maxAgentInterruptions: 5 };
  const of = async (change: Partial<HeardCall>) => (await answer(rule, heard([], change))).answer;
  const lanes = [lane(0, 0.5, 2), lane(1, 0.3, 7)];
  const measures = (changed: typeof lanes) => ({ ...heard([]).measures, lanes: changed });
  expect(await of({ speakers: [AGENT, CUSTOMER] })).toBe("complies");
  expect(await of({ speakers: [CUSTOMER, AGENT] })).toBe("fails");
  expect(await of({ speakers: [CUSTOMER, AGENT], measures: measures(lanes.toReversed()) })).toBe("fails");
  expect(await of({ speakers: [AGENT], measures: measures([lane(0, 0, 0, null), lane(1, 0.3, 7)]) })).toBe("fails");
  expect(await of({ speakers: [CUSTOMER], measures: measures([lane(0, 0, 0, null), lane(1, 0.3, 7)]) })).toBe("complies");
  expect(await of({ speakers: [SOMEBODY, SOMEBODY] })).toBeNull();
  expect(await of({ speakers: [AGENT, CUSTOMER, SOMEBODY] })).toBeNull();
  expect(await of({ speakers: [AGENT], measures: measures([lane(0, 0.8, 2)]) })).toBeNull();
  // What fails for certain fails, whatever cannot be told.
  expect((await answer({ ...rule, maxSilenceRatio: 0.1 }, heard([], { speakers: [SOMEBODY] }))).answer).toBe("fails");
});
