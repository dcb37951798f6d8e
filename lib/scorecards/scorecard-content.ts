import { z } from "zod";
import { CRITERION_KINDS, CRITERION_MODES, CRITICAL_LEVELS } from "@/db/enums";
import { MAX_CRITERIA, MAX_SECTIONS, TOTAL_WEIGHT } from "./scorecard-limits";

/** PostgreSQL holds neither NUL nor half a character. */
const line = (max: number) =>
  z
    .string()
    .overwrite((text) => text.replaceAll("\0", "").toWellFormed())
    .trim()
    .max(max);
const share = z.number().min(0).max(1);
const seconds = z.number().int().min(1).max(86_400);

/** What answers a criterion without any model; see CriterionRule of the table. */
export const criterionRule = z
  .strictObject({
    phrases: z
      .strictObject({
        isSaid: z.boolean(),
        phrases: z.array(line(200).min(1)).min(1).max(50),
        speaker: z.enum(["agent", "customer", "anyone"]),
        withinFirstSeconds: seconds.optional(),
        withinLastSeconds: seconds.optional(),
      })
      .optional(),
    maxSilenceRatio: share.optional(),
    maxLongestSilenceSeconds: seconds.optional(),
    agentTalkRatio: z.strictObject({ min: share.optional(), max: share.optional() }).optional(),
    maxAgentInterruptions: z.number().int().min(0).max(10_000).optional(),
  })
  .refine((rule) => Object.values(rule).some((part) => part !== undefined), { error: "A rule needs at least one condition." });

/** A criterion as it is drawn up, exported and imported. A draft may leave the question blank. */
export const criterionContent = z
  .strictObject({
    /** The same question through all versions. */
    key: z.uuid(),
    question: line(500),
    help: line(4_000).default(""),
    kind: z.enum(CRITERION_KINDS),
    maxPoints: z.number().int().min(1).max(100).nullable().default(null),
    passingPoints: z.number().int().min(1).max(100).nullable().default(null),
    weight: z.number().min(0).max(TOTAL_WEIGHT).multipleOf(0.01),
    /** When it applies, in words; null where it always does. */
    condition: line(500).min(1).nullable().default(null),
    critical: z.enum(CRITICAL_LEVELS).default("none"),
    mode: z.enum(CRITERION_MODES).default("manual"),
    rule: criterionRule.nullable().default(null),
  })
  .refine(({ kind, maxPoints, passingPoints }) =>
    kind === "scale"
      ? maxPoints !== null && passingPoints !== null && passingPoints <= maxPoints
      : maxPoints === null && passingPoints === null,
  );
export type CriterionContent = z.infer<typeof criterionContent>;

/** All that a version of a scorecard asks. */
export const scorecardContent = z
  .strictObject({
    sections: z.array(z.strictObject({ title: line(120), criteria: z.array(criterionContent).min(1) })).max(MAX_SECTIONS),
  })
  .refine(({ sections }) => sections.reduce((sum, { criteria }) => sum + criteria.length, 0) <= MAX_CRITERIA)
  .refine(({ sections }) => hasNoDoubles(sections.flatMap(({ criteria }) => criteria.map(({ key }) => key))), {
    params: { problem: "key_twice" },
  });
export type ScorecardContent = z.infer<typeof scorecardContent>;

function hasNoDoubles(keys: string[]): boolean {
  return new Set(keys).size === keys.length;
}
