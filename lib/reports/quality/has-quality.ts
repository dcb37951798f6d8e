import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { visibleFacts } from "./quality-access";

/** Whether there is any completed audit that the viewer may see. */
export async function hasQuality({ viewer }: { viewer: Viewer }): Promise<boolean> {
  const [row] = await sqlClient<{ isThere: boolean }[]>`
    select exists (select from quality_facts f where ${visibleFacts(sqlClient, viewer)}) as "isThere"`;
  return row?.isThere ?? false;
}
