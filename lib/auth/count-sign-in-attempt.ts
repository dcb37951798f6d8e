import { countAttempt } from "./count-attempt";

export const MAX_FAILURES_PER_EMAIL = 8;
/** Higher: everybody in an office may come from one address. */
export const MAX_FAILURES_PER_ADDRESS = 40;

/**
 * Counts an attempt against its e-mail and its network address before the password is looked at, so that attempts sent all at once are
 * counted as well. Throws `rate_limited` with `details.retryAfterSeconds` when either has used its window up.
 */
export async function countSignInAttempt({ email, remoteAddress }: { email: string; remoteAddress: string }): Promise<void> {
  await countAttempt({ subject: `email:${email}`, limit: MAX_FAILURES_PER_EMAIL });
  await countAttempt({ subject: `ip:${remoteAddress}`, limit: MAX_FAILURES_PER_ADDRESS });
}
