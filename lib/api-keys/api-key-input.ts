import { z } from "zod";
import { typedName } from "@/lib/typed-name";
import { API_KEY_EXPIRY_ERRORS, apiKeyExpiry } from "./api-key-expiry";

export const API_KEY_NAME_MAX_LENGTH = 120;

/** Codes instead of sentences: the screen says them in the reader's language. */
export const API_KEY_INPUT_ERRORS = ["name_missing", "name_too_long", ...API_KEY_EXPIRY_ERRORS] as const;
export type ApiKeyInputError = (typeof API_KEY_INPUT_ERRORS)[number];

/** What a person may say of a key. `expiresOn` is a day such as 2026-12-31, or blank; the key is good until that day ends in `timeZone`. */
export function apiKeyInput({ timeZone, now }: { timeZone: string; now: Date }) {
  return z
    .object({
      name: typedName({ maxLength: API_KEY_NAME_MAX_LENGTH }),
      expiresOn: apiKeyExpiry({ timeZone, now }),
    })
    .transform(({ name, expiresOn }) => ({ name, expiresAt: expiresOn }));
}
