import { parseDate } from "@internationalized/date";
import { z } from "zod";
import { AUDIT_KINDS } from "@/db/enums";
import { typedName } from "@/lib/typed-name";

const SAMPLE_NAME_MAX_LENGTH = 120;
const SEED_MAX_LENGTH = 100;
const MAX_AUDITORS = 100;
/** Rows of one sample: a call for each auditor who has it. */
export const MAX_ASSIGNMENTS = 10_000;

/** Codes instead of sentences: the screen says them in the reader's language. */
export const SAMPLE_INPUT_ERRORS = [
  "name_missing",
  "name_too_long",
  "day_invalid",
  "days_turned_round",
  "seed_missing",
  "seed_too_long",
  "quota_invalid",
  "auditors_missing",
  "too_many",
] as const;
export type SampleInputError = (typeof SAMPLE_INPUT_ERRORS)[number];

const day = z.string().refine(isDay, code("day_invalid"));
const quota = z.object({
  userId: z.uuid(code("quota_invalid")),
  count: z.coerce
    .number(code("quota_invalid"))
    .int(code("quota_invalid"))
    .min(1, code("quota_invalid"))
    .max(MAX_ASSIGNMENTS, code("too_many")),
});

/**
 * What a person says of a sample. Days are those of the campaign's time zone. For quality the quotas add up to how many calls are drawn; for
 * calibration each auditor has the same number, and gets the same calls.
 */
export const sampleInput = z
  .object({
    kind: z.enum(AUDIT_KINDS),
    name: typedName({ maxLength: SAMPLE_NAME_MAX_LENGTH }),
    startsOn: day,
    endsOn: day,
    stratification: z.enum(["operator", "none"]),
    seed: z
      .string(code("seed_missing"))
      .transform((text) => text.toWellFormed().replace(/\p{Cc}+/gu, ""))
      .pipe(z.string().trim().min(1, code("seed_missing")).max(SEED_MAX_LENGTH, code("seed_too_long"))),
    quotas: z.array(quota).min(1, code("auditors_missing")).max(MAX_AUDITORS, code("too_many")),
    dueOn: z.preprocess((value) => (value === "" || value === undefined ? null : value), day.nullable()),
  })
  .superRefine(({ startsOn, endsOn, quotas, kind }, context) => {
    const refuse = (path: string, error: SampleInputError) => context.addIssue({ code: "custom", path: [path], message: error });
    if (endsOn < startsOn) refuse("endsOn", "days_turned_round");
    if (new Set(quotas.map(({ userId }) => userId)).size < quotas.length) refuse("quotas", "quota_invalid");
    if (kind === "calibration" && new Set(quotas.map(({ count }) => count)).size > 1) refuse("quotas", "quota_invalid");
    if (quotas.reduce((sum, { count }) => sum + count, 0) > MAX_ASSIGNMENTS) refuse("quotas", "too_many");
  });
export type SampleInput = z.infer<typeof sampleInput>;

/** How many calls are wanted: for calibration everybody has the same ones. */
export function wantedCount({ kind, quotas }: Pick<SampleInput, "kind" | "quotas">): number {
  return kind === "calibration" ? (quotas[0]?.count ?? 0) : quotas.reduce((sum, { count }) => sum + count, 0);
}

function isDay(text: string): boolean {
  if (!/^[12]\d{3}-\d{2}-\d{2}$/.test(text)) return false;
  try {
    return parseDate(text).toString() === text;
  } catch {
    return false;
  }
}

function code(error: SampleInputError): { error: SampleInputError } {
  return { error };
}
