/** Where a key stands: `ending` was rotated and goes on until its time is over. */
export type ApiKeyState = "active" | "ending" | "expired" | "revoked";

type ApiKeyStateFacts = { expiresAt: Date | null; revokedAt: Date | null; now: Date };

/** A key's state at a moment. A key that was revoked stays so, also once it would have expired. */
export function apiKeyState({ expiresAt, revokedAt, now }: ApiKeyStateFacts): ApiKeyState {
  if (revokedAt !== null && revokedAt <= now) return "revoked";
  if (expiresAt !== null && expiresAt <= now) return "expired";
  return revokedAt === null ? "active" : "ending";
}
