import type { Viewer } from "@/lib/auth/viewer";
import type { RefusedDeliveries } from "./refused-deliveries";
import { replayRefusedDeliveries } from "./replay-refused-deliveries";

/** How many deliveries a replay of these would take in once more. Admins only. */
export async function countRefusedDeliveries({ viewer, params }: { viewer: Viewer; params: RefusedDeliveries }): Promise<number> {
  return replayRefusedDeliveries.count({ viewer, params });
}
