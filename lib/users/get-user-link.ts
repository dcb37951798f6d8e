import { countAttempt } from "@/lib/auth/count-attempt";
import { forgiveAttempts } from "@/lib/auth/forgive-attempts";
import { AppError } from "@/lib/errors";
import { findOpenUserLink, type OpenUserLink } from "./find-open-user-link";

/** Links that lead nowhere, by network address and quarter of an hour. Nobody guesses 256 bits; this keeps the attempt from costing us. */
export const MAX_UNKNOWN_LINKS_PER_ADDRESS = 60;

/**
 * Whose link this is, before they use it. Throws `not_found`, the same after the same work, for one that was used, has expired, was taken
 * back or never was; `rate_limited` after too many of those from one network address.
 */
export async function getUserLink({ secret, remoteAddress }: { secret: string; remoteAddress: string }): Promise<OpenUserLink> {
  const subject = `link:${remoteAddress}`;
  await countAttempt({ subject, limit: MAX_UNKNOWN_LINKS_PER_ADDRESS });
  const link = await findOpenUserLink({ secret });
  if (!link) throw new AppError("not_found", "This link can't be used any more.");
  await forgiveAttempts({ subject, isOneOnly: true });
  return link;
}
