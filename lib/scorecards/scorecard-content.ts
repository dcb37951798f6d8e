import { z } from "zod";
import { CRITERION_KINDS, CRITERION_MODES, CRITICAL_LEVELS } from "@/db/enums";

export const MAX_SECTIONS = 30;
export const MAX_CRITERIA = 200;
/** What the weights of a scorecard add up to. */
export const TOTAL_WEIGHT = 100;

const line = (max: number) => z.string().trim().max(max);
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
  .refine(({ sections }) => hasNoDoubles(sections.flatMap(({ criteria }) => criteria.map(({ key }) => key))));
export type ScorecardContent = z.infer<typeof scorecardContent>;

export type ScorecardProblemCode = "no_criteria" | "blank_question" | "blank_section" | "section_twice" | "weights_do_not_add_up";
/** What keeps a draft from being published, and where: the numbers of the section and of the criterion in it, from 0. */
export type ScorecardProblem = { code: ScorecardProblemCode; section: number | null; criterion: number | null };

/** Everything that keeps a draft from being published; empty when nothing does. */
export function findScorecardProblems({ sections }: ScorecardContent): ScorecardProblem[] {
  if (sections.length === 0) return [{ code: "no_criteria", section: null, criterion: null }];
  const titles = sections.map(({ title }) => title.toLocaleLowerCase());
  const problems = sections.flatMap(({ title, criteria }, section): ScorecardProblem[] => [
    ...(title === "" ? [{ code: "blank_section", section, criterion: null } as const] : []),
    ...(title !== "" && titles.indexOf(title.toLocaleLowerCase()) < section
      ? [{ code: "section_twice", section, criterion: null } as const]
      : []),
    ...criteria.flatMap(({ question }, criterion) => (question === "" ? [{ code: "blank_question", section, criterion } as const] : [])),
  ]);
  if (totalWeight(sections) !== TOTAL_WEIGHT) problems.push({ code: "weights_do_not_add_up", section: null, criterion: null });
  return problems;
}

/** What the weights add up to, to the hundredth. */
export function totalWeight(sections: ScorecardContent["sections"]): number {
  const hundredths = sections.flatMap(({ criteria }) => criteria).reduce((sum, { weight }) => sum + Math.round(weight * 100), 0);
  return hundredths / 100;
}

function hasNoDoubles(keys: string[]): boolean {
  return new Set(keys).size === keys.length;
}
