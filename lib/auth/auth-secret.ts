import { env } from "@/lib/env";
import { keptSecret } from "@/lib/installation/kept-secret";

let pending: Promise<string> | undefined;

/** What sessions are encrypted with: NEXTAUTH_SECRET, else what the installation made for itself and keeps. */
export async function authSecret(): Promise<string> {
  if (env.NEXTAUTH_SECRET) return env.NEXTAUTH_SECRET;
  pending ??= keptSecret("session-secret").catch((error: unknown) => {
    pending = undefined;
    throw error;
  });
  return pending;
}
