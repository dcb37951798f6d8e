import { z } from "zod";
import { typedName } from "@/lib/typed-name";
import { typedTimeZone } from "@/lib/typed-time-zone";
import { OFFERED_SOURCES } from "./offered-sources";

export const CAMPAIGN_NAME_MAX_LENGTH = 120;
export const CAMPAIGN_DESCRIPTION_MAX_LENGTH = 2000;
export const DEFAULT_PASSING_SCORE = 80;
export const MAX_SUPERVISOR_EMAILS = 20;
export const DEFAULT_DISPUTE_DAYS = 7;
export const MAX_DISPUTE_DAYS = 365;
export const MAX_RETENTION_DAYS = 36_500;

/** Codes instead of sentences: the screen and the command line each say them in their own words. */
export const CAMPAIGN_INPUT_ERRORS = [
  "name_missing",
  "name_too_long",
  "description_too_long",
  "unknown_time_zone",
  "unknown_source",
  "passing_score_invalid",
  "retention_invalid",
  "dispute_days_invalid",
  "email_invalid",
  "too_many_emails",
] as const;
export type CampaignInputError = (typeof CAMPAIGN_INPUT_ERRORS)[number];

const name = typedName({ maxLength: CAMPAIGN_NAME_MAX_LENGTH });
const description = z
  .string()
  .transform((text) => text.replaceAll("\0", ""))
  .pipe(z.string().trim().max(CAMPAIGN_DESCRIPTION_MAX_LENGTH, code("description_too_long")));
/** Decimals by point or comma, as people write them. */
const passingScore = z
  .union([z.number(), z.string()])
  .transform((given) => String(given).trim().replace(",", "."))
  .refine((text) => /^\d{1,3}(\.\d{1,2})?$/.test(text) && Number(text) <= 100, code("passing_score_invalid"))
  .transform(Number);
const retentionDays = z
  .union([z.number(), z.string()])
  .transform((given) => String(given).trim())
  .refine((text) => text === "" || (/^[1-9]\d{0,4}$/.test(text) && Number(text) <= MAX_RETENTION_DAYS), code("retention_invalid"))
  .transform((text) => (text === "" ? null : Number(text)));
const disputeDays = z
  .union([z.number(), z.string()])
  .transform((given) => String(given).trim())
  .refine((text) => /^[1-9]\d{0,2}$/.test(text) && Number(text) <= MAX_DISPUTE_DAYS, code("dispute_days_invalid"))
  .transform(Number);
const supervisorEmails = z
  .union([z.string(), z.array(z.string())])
  .transform((given) => [given].flat().flatMap((text) => text.toLowerCase().split(/[\s,;]+/)))
  .transform((addresses) => [...new Set(addresses.filter((address) => address !== ""))])
  .superRefine((addresses, context) => {
    const wrong = addresses.find((address) => !z.email().max(254).safeParse(address).success);
    const params = { address: wrong?.slice(0, 100) };
    if (wrong !== undefined) context.addIssue({ code: "custom", message: "email_invalid" satisfies CampaignInputError, params });
    if (addresses.length > MAX_SUPERVISOR_EMAILS)
      context.addIssue({ code: "custom", message: "too_many_emails" satisfies CampaignInputError });
  });

/** What a person may say of a campaign, wherever it is typed. A blank time zone means the installation's, a blank retention that recordings stay. */
export const campaignInput = z.object({
  name,
  description: description.default(""),
  timeZone: typedTimeZone.nullable().default(null),
  passingScore: passingScore.default(DEFAULT_PASSING_SCORE),
  supervisorEmails: supervisorEmails.default([]),
  retentionDays: retentionDays.nullable().default(null),
  disputeDays: disputeDays.default(DEFAULT_DISPUTE_DAYS),
});
export type CampaignInput = z.infer<typeof campaignInput>;

/** A source that a campaign can be given now. */
export const offeredSource = z.enum(OFFERED_SOURCES, code("unknown_source"));

/** What is wrong with one field: `error` null for what only a request not made by our screens brings about, `address` the e-mail at fault. */
export type CampaignInputProblem = { error: CampaignInputError | null; address: string };

/** One of these schemas' issues, as the screens and the command line put it into words. */
export function toCampaignInputProblem(issue: z.core.$ZodIssue): CampaignInputProblem {
  const error = CAMPAIGN_INPUT_ERRORS.find((one) => one === issue.message) ?? null;
  return { error, address: issue.code === "custom" ? String(issue.params?.address ?? "") : "" };
}

function code(error: CampaignInputError): { error: CampaignInputError } {
  return { error };
}
