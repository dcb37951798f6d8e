import type { ISql } from "postgres";
import type { Viewer } from "@/lib/auth/viewer";

/** The campaigns of the wanted ones, or of all, whose outcomes a viewer sees as a whole; agents have none, they see calls of their own. */
export async function visibleOutcomeCampaigns(sql: ISql, { role, campaignIds }: Viewer, wanted: number[] = []): Promise<number[]> {
  if (role === "agent") return [];
  if (role !== "admin") return wanted.length === 0 ? campaignIds : campaignIds.filter((id) => wanted.includes(id));
  if (wanted.length > 0) return wanted;
  return (await sql<{ id: number }[]>`select id from campaigns`).map(({ id }) => id);
}
