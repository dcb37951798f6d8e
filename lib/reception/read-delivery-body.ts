import type { Viewer } from "@/lib/auth/viewer";
import { type BodyView, showBody } from "./body/show-body";
import { sliceText } from "./body/slice-text";
import { getDelivery } from "./get-delivery";
import { recordDeliveryReading } from "./record-delivery-reading";

type ReadDeliveryBodyInput = { viewer: Viewer; id: string; view: BodyView; offset: number; length: number };

/** A part of a delivery's body as people read it, in characters; that it was read is kept in the audit log. Admins only. */
export async function readDeliveryBody({ viewer, id, view, offset, length }: ReadDeliveryBodyInput): Promise<string> {
  const { raw, contentType } = await getDelivery({ actor: viewer, id });
  await recordDeliveryReading({ viewer, id });
  return sliceText(showBody({ raw, contentType, view }).text, offset, length);
}
