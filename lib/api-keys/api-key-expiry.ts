import { parseDate, toZoned } from "@internationalized/date";
import { z } from "zod";

/** Codes instead of sentences: the screen says them in the reader's language. */
export const API_KEY_EXPIRY_ERRORS = ["expiry_past", "expiry_invalid"] as const;
export type ApiKeyExpiryError = (typeof API_KEY_EXPIRY_ERRORS)[number];

/** A day such as 2026-12-31 at whose end in `timeZone` a key expires; blank for one that does not. */
export function apiKeyExpiry({ timeZone, now }: { timeZone: string; now: Date }) {
  return z
    .union([z.literal("").transform(() => null), z.iso.date(code("expiry_invalid")).transform((day) => endOfDay(day, timeZone))], {
      error: "expiry_invalid" satisfies ApiKeyExpiryError,
    })
    .default(null)
    .refine((expiresAt) => expiresAt === null || expiresAt > now, code("expiry_past"));
}

function endOfDay(day: string, timeZone: string): Date {
  const next = parseDate(day).add({ days: 1 });
  return toZoned(next, timeZone).toDate();
}

function code(error: ApiKeyExpiryError): { error: ApiKeyExpiryError } {
  return { error };
}
