import { z } from "zod";
import { typedName } from "@/lib/typed-name";
import { typedTimeZone } from "@/lib/typed-time-zone";

export const CONNECTION_NAME_MAX_LENGTH = 120;

/** Codes instead of sentences: the screen says them in the reader's language. */
export const CONNECTION_INPUT_ERRORS = ["name_missing", "name_too_long", "unknown_time_zone"] as const;
export type ConnectionInputError = (typeof CONNECTION_INPUT_ERRORS)[number];

/** What a person may say of a connection. A blank time zone means the installation's. */
export const connectionInput = z.object({
  name: typedName({ maxLength: CONNECTION_NAME_MAX_LENGTH }),
  timeZone: typedTimeZone.nullable().default(null),
  makesCampaigns: z.boolean().default(true),
  takesPixels: z.boolean().default(false),
});
export type ConnectionInput = z.infer<typeof connectionInput>;

/** The longest campaign_id of a platform's that is told from others. */
export const EXTERNAL_ID_MAX_LENGTH = 200;

/** A platform's campaign_id, typed or taken from the list. */
export const externalCampaignId = z
  .string()
  .transform((text) => text.replaceAll("\0", ""))
  .pipe(z.string().trim().min(1).max(EXTERNAL_ID_MAX_LENGTH));
