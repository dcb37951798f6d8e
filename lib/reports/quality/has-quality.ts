import type { Viewer } from "@/lib/auth/viewer";
import { isCounted } from "./quality-access";
import { readQuality } from "./read-quality";

/** Whether there is any completed audit that the viewer may see. */
export async function hasQuality({ viewer }: { viewer: Viewer }): Promise<boolean> {
  return readQuality(async (sql) => {
    const [row] = await sql<{ isThere: boolean }[]>`
      select exists (select from quality_facts f where ${isCounted(sql, viewer, { from: "-infinity", to: "infinity" })}) as "isThere"`;
    return row?.isThere ?? false;
  });
}
