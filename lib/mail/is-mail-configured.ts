import { env } from "@/lib/env";

/** True where the installation can send mail: it has a server and a sender. */
export function isMailConfigured(): boolean {
  return env.SMTP_URL !== undefined && env.SMTP_FROM !== undefined;
}
