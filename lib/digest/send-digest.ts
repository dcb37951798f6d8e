import { createHash } from "node:crypto";
import { and, eq, isNull, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { DigestOutcome } from "@/db/enums";
import { digestSends } from "@/db/schema";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { sendMail } from "@/lib/mail/send-mail";
import { buildDigest } from "./build-digest";
import { findDigestAddressee } from "./find-digest-addressee";
import { renderDigest } from "./render-digest";

/** `later`: the mail server is away, or somebody else is sending it at this moment. */
export type DigestSending = DigestOutcome | "later";

type SendDigestInput = { week: string; recipient: string; now?: Date };

/** Longer than the mail server is waited for. */
const CLAIM_MINUTES = 10;

/**
 * Sends one recipient the digest of a week, once: of any number of processes that try at once one does, and what was sent, refused for good or
 * had nothing to say is not tried again. A process that dies between the server's yes and noting it makes a second mail with the same Message-ID.
 */
export async function sendDigest({ week, recipient, now = new Date() }: SendDigestInput): Promise<DigestSending> {
  if (!(await claim(week, recipient))) return "later";
  const addressee = await findDigestAddressee(recipient);
  const digest = addressee && (await buildDigest({ scope: addressee.scope, day: week, now }));
  if (!addressee || !digest) return end({ week, recipient, outcome: "nothing" });
  const { name, address } = addressee;
  const mail = renderDigest({ digest, locale: env.MAIL_LANGUAGE, name, baseUrl: env.PUBLIC_URL });
  try {
    await sendMail({ to: { name: name ?? "", address }, id: mailId(week, recipient), ...mail });
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    if (!error.isRetriable) return end({ week, recipient, outcome: "refused", failure: error.message });
    await release(week, recipient, error.message);
    return "later";
  }
  return end({ week, recipient, outcome: "sent" });
}

async function claim(week: string, recipient: string): Promise<boolean> {
  const claimedUntil = sql`now() + make_interval(mins => ${CLAIM_MINUTES})`;
  const claimed = await db
    .insert(digestSends)
    .values({ week, recipient, claimedUntil })
    .onConflictDoUpdate({
      target: [digestSends.week, digestSends.recipient],
      set: { claimedUntil },
      setWhere: and(isNull(digestSends.outcome), sql`${digestSends.claimedUntil} <= now()`),
    })
    .returning({ week: digestSends.week });
  return claimed.length > 0;
}

type EndInput = { week: string; recipient: string; outcome: DigestOutcome; failure?: string };

async function end({ week, recipient, outcome, failure = undefined }: EndInput): Promise<DigestOutcome> {
  await db
    .update(digestSends)
    .set({ outcome, endedAt: new Date(), failure: failure ?? null })
    .where(isOf(week, recipient));
  return outcome;
}

/** Lets the next one try, and keeps why this try failed. */
async function release(week: string, recipient: string, failure: string): Promise<void> {
  await db.update(digestSends).set({ claimedUntil: new Date(), failure }).where(isOf(week, recipient));
}

function isOf(week: string, recipient: string) {
  return and(eq(digestSends.week, week), eq(digestSends.recipient, recipient));
}

function mailId(week: string, recipient: string): string {
  return `digest-${week}-${createHash("sha256").update(recipient).digest("hex").slice(0, 32)}`;
}
