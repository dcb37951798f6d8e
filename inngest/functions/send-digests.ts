import { listDigestRecipients } from "@/lib/digest/list-digest-recipients";
import { sendDigest } from "@/lib/digest/send-digest";
import { env } from "@/lib/env";
import { isMailConfigured } from "@/lib/mail/is-mail-configured";
import { inngest } from "../client";

/**
 * Sends the digest of the week on Monday at eight in the installation's time zone, a step for each recipient. The hours after look after those whom the
 * mail server was away for. Safe to run at any time and twice at once: who got it is in the database.
 */
export const sendDigests = inngest.createFunction(
  { id: "send-digests", triggers: [{ cron: `TZ=${env.TIME_ZONE} 0 8-20 * * 1` }] },
  async ({ step }) => {
    if (!isMailConfigured()) return { sent: 0, later: 0 };
    const { week, recipients } = await step.run("list-recipients", () => listDigestRecipients());
    let [sent, later] = [0, 0];
    for (const [index, recipient] of recipients.entries()) {
      const outcome = await step.run(`send-${index}`, () => sendDigest({ week, recipient }));
      if (outcome === "sent") sent += 1;
      if (outcome === "later") later += 1;
    }
    return { sent, later };
  },
);
