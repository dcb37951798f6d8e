import { z } from "zod";
import { ROLES } from "@/db/enums";
import { typedName } from "@/lib/typed-name";

const USER_NAME_MAX_LENGTH = 120;
export const MAX_USER_CAMPAIGNS = 1000;

/** Codes instead of sentences: the screen says them in its own words. */
const USER_INPUT_ERRORS = [
  "name_missing",
  "name_too_long",
  "email_invalid",
  "role_missing",
  "unknown_campaign",
  "unknown_operator",
] as const;
export type UserInputError = (typeof USER_INPUT_ERRORS)[number];

const MAX_INTEGER = 2_147_483_647;

const name = typedName({ maxLength: USER_NAME_MAX_LENGTH });

/** What an admin may say of a person, wherever it is typed. */
export const userInput = z.object({
  name,
  role: z.enum(ROLES, code("role_missing")),
  campaignIds: z.array(z.coerce.number().int().min(1).max(MAX_INTEGER), code("unknown_campaign")).max(MAX_USER_CAMPAIGNS).default([]),
  operatorId: z
    .union([z.literal("").transform(() => null), z.uuid(code("unknown_operator")), z.null()], code("unknown_operator"))
    .default(null),
});
export type UserInput = z.infer<typeof userInput>;

/** The same with the e-mail of somebody new. */
export const invitationInput = userInput.extend({
  email: z
    .string()
    .trim()
    .toLowerCase()
    .pipe(z.email(code("email_invalid")).max(254, code("email_invalid"))),
});
export type InvitationInput = z.infer<typeof invitationInput>;

/** The code in a message of these schemas; null for one of zod's own, which only a request not made by our screens brings about. */
export function toUserInputError(message: string): UserInputError | null {
  return USER_INPUT_ERRORS.find((error) => error === message) ?? null;
}

function code(error: UserInputError): { error: UserInputError } {
  return { error };
}
