/** How long before its end a key that expires is shown as expiring. */
export const EXPIRY_WARNING_DAYS = 14;

/** Which keys the list shows: those that open something now, or those that ended. */
export const API_KEY_SHOWS = ["live", "ended"] as const;
export type ApiKeyShow = (typeof API_KEY_SHOWS)[number];

/** Where a key stands: `expiring` within 14 days; `rotating` was rotated and goes on until its time is over. */
export type ApiKeyState = "active" | "expiring" | "rotating" | "expired" | "revoked";

type ApiKeyStateFacts = { expiresAt: Date | null; revokedAt: Date | null; now: Date };

const DAY_MS = 86_400_000;

/** A key's state at a moment. A key that was revoked stays so, also once it would have expired. */
export function apiKeyState({ expiresAt, revokedAt, now }: ApiKeyStateFacts): ApiKeyState {
  if (revokedAt !== null && revokedAt <= now) return "revoked";
  if (expiresAt !== null && expiresAt <= now) return "expired";
  if (revokedAt !== null) return "rotating";
  return expiresAt !== null && expiresAt.getTime() - now.getTime() <= EXPIRY_WARNING_DAYS * DAY_MS ? "expiring" : "active";
}
