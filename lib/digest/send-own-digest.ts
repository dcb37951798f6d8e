import { randomUUID } from "node:crypto";
import { eq } from "drizzle-orm";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import type { Locale } from "@/lib/i18n/locales";
import { isMailConfigured } from "@/lib/mail/is-mail-configured";
import { sendMail } from "@/lib/mail/send-mail";
import { buildDigest } from "./build-digest";
import { canGetDigest, digestScopeOf } from "./digest-access";
import { digestDay } from "./digest-week";
import { renderDigest } from "./render-digest";

/** `refused` for good and `away` for now, with what the mail server said. */
export type OwnDigestSending =
  | { status: "sent" | "nothing" | "not_configured"; reason: null }
  | { status: "refused" | "away"; reason: string };

/** Sends a supervisor or admin the digest of the last seven days, as often as they ask. To others there is nothing to say. */
export async function sendOwnDigest({ viewer, locale }: { viewer: Viewer; locale: Locale }): Promise<OwnDigestSending> {
  if (!canGetDigest(viewer)) return { status: "nothing", reason: null };
  if (!isMailConfigured()) return { status: "not_configured", reason: null };
  const [digest, [user]] = await Promise.all([
    buildDigest({ scope: digestScopeOf(viewer), day: digestDay(new Date()) }),
    db.select({ name: users.name, address: users.email }).from(users).where(eq(users.id, viewer.userId)),
  ]);
  if (!digest || !user) return { status: "nothing", reason: null };
  try {
    await sendMail({ to: user, id: randomUUID(), ...renderDigest({ digest, locale, name: user.name, baseUrl: env.PUBLIC_URL }) });
    return { status: "sent", reason: null };
  } catch (error) {
    if (!(error instanceof AppError)) throw error;
    return { status: error.isRetriable ? "away" : "refused", reason: error.message };
  }
}
