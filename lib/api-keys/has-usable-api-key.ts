import { sqlClient } from "@/db/client";
import type { ApiKeyScope } from "@/db/enums";

/** True when there is a key of a scope that opens something now. Knows no viewer. */
export async function hasUsableApiKey({ scope }: { scope: ApiKeyScope }): Promise<boolean> {
  const [row] = await sqlClient<{ isThere: boolean }[]>`
    select exists(select from api_keys where scope = ${scope} and (ends_at is null or ends_at > now())) as "isThere"`;
  return row?.isThere ?? false;
}
