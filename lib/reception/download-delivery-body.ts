import type { Viewer } from "@/lib/auth/viewer";
import { getDelivery } from "./get-delivery";
import { recordDeliveryReading } from "./record-delivery-reading";

/** A delivery's body byte for byte as it came; that it was taken is kept in the audit log. Admins only. */
export async function downloadDeliveryBody({ viewer, id }: { viewer: Viewer; id: string }): Promise<Buffer> {
  const { raw } = await getDelivery({ actor: viewer, id });
  await recordDeliveryReading({ viewer, id });
  return raw;
}
