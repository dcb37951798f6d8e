import { env } from "@/lib/env";
import { openTransport } from "@/lib/mail/open-transport";
import type { Finding } from "./finding";

/** Whether the installation sends mail, and whether its mail server answers and takes the credentials. Sends nothing. */
export async function checkMail(): Promise<Finding> {
  const name = "Mail";
  if (env.SMTP_URL === undefined) return { name, status: "ok", message: "SMTP_URL is unset: no digests are sent." };
  if (env.SMTP_FROM === undefined)
    return { name, status: "warning", message: "SMTP_URL is set and SMTP_FROM is not: no digests are sent. Say whom mails are from." };
  // Without its credentials.
  const { host } = new URL(env.SMTP_URL);
  const transport = openTransport();
  try {
    await transport.verify();
    return { name, status: "ok", message: `The mail server at ${host} answers and takes the credentials.` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, status: "warning", message: `The mail server at ${host} can't be used, and digests wait: ${reason}.` };
  } finally {
    transport.close();
  }
}
