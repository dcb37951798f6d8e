import { z } from "zod";
import { OFFERED_SOURCES } from "./offered-sources";

export const CAMPAIGN_NAME_MAX_LENGTH = 120;
export const CAMPAIGN_DESCRIPTION_MAX_LENGTH = 2000;

/** Codes instead of sentences: the screen and the command line each say them in their own words. */
export const CAMPAIGN_INPUT_ERRORS = [
  "name_missing",
  "name_too_long",
  "description_too_long",
  "unknown_time_zone",
  "unknown_source",
] as const;
export type CampaignInputError = (typeof CAMPAIGN_INPUT_ERRORS)[number];

const name = z
  .string()
  .transform(withoutControlCharacters)
  .pipe(z.string().trim().min(1, code("name_missing")).max(CAMPAIGN_NAME_MAX_LENGTH, code("name_too_long")));
const description = z
  .string()
  .transform((text) => text.replaceAll("\0", ""))
  .pipe(z.string().trim().max(CAMPAIGN_DESCRIPTION_MAX_LENGTH, code("description_too_long")));
const timeZone = z
  .string()
  .trim()
  .transform((text) => (text === "" ? null : text))
  .refine((zone) => zone === null || isTimeZone(zone), code("unknown_time_zone"));

/** What a person may say of a campaign, wherever it is typed. A blank time zone means the installation's. */
export const campaignInput = z.object({ name, description: description.default(""), timeZone: timeZone.nullable().default(null) });
export type CampaignInput = z.infer<typeof campaignInput>;

/** A source that a campaign can be given now. */
export const offeredSource = z.enum(OFFERED_SOURCES, code("unknown_source"));

/** The code in a message of these schemas; null for one of zod's own, which only a request not made by our screens brings about. */
export function toCampaignInputError(message: string): CampaignInputError | null {
  return CAMPAIGN_INPUT_ERRORS.find((error) => error === message) ?? null;
}

function code(error: CampaignInputError): { error: CampaignInputError } {
  return { error };
}

function withoutControlCharacters(text: string): string {
  return text.replace(/\p{Cc}+/gu, " ");
}

function isTimeZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat("en", { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
