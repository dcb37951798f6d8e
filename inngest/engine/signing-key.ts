import { randomBytes } from "node:crypto";
import { sqlClient } from "@/db/client";
import { env } from "@/lib/env";

const SETTING = "engine_signing_key";

// Next.js loads the start-up code and the routes from separate bundles; what both must know lives on globalThis.
const holder = globalThis as typeof globalThis & { auditoriaSigningKey?: string };

/**
 * The key that calls between the engine and the functions are signed with: INNGEST_SIGNING_KEY, else one made at random for this
 * installation and kept in installation_settings. Known to `currentSigningKey` from then on.
 */
export async function loadSigningKey(): Promise<string> {
  holder.auditoriaSigningKey ??= env.INNGEST_SIGNING_KEY ?? (await readOrMakeKey());
  return holder.auditoriaSigningKey;
}

/** The key as far as this process knows it; undefined before `loadSigningKey` has answered once. */
export function currentSigningKey(): string | undefined {
  return holder.auditoriaSigningKey ?? env.INNGEST_SIGNING_KEY;
}

async function readOrMakeKey(): Promise<string> {
  const candidate = JSON.stringify(`signkey-embedded-${randomBytes(32).toString("hex")}`);
  await sqlClient`insert into installation_settings (name, value) values (${SETTING}, ${candidate}::text::jsonb) on conflict (name) do nothing`;
  const [row] = await sqlClient<{ key: string }[]>`select value #>> '{}' as key from installation_settings where name = ${SETTING}`;
  if (!row) throw new Error("The signing key vanished from installation_settings while it was read.");
  return row.key;
}
