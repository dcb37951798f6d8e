import type { Source } from "@/db/enums";
import type { FieldExplanation } from "@/lib/reception/field-explanation";
import { explainAnuraDelivery } from "./anura/explain-delivery";
import { explainAriaDelivery } from "./aria/explain-delivery";
import type { ReadDeliveryInput } from "./delivery-readers";

/** The sources whose deliveries we can explain field by field; one line each. A body that can't be taken apart has no fields. */
export const DELIVERY_EXPLAINERS: Partial<Record<Source, (input: ReadDeliveryInput) => Promise<FieldExplanation[]>>> = {
  anura: explainAnuraDelivery,
  aria: explainAriaDelivery,
};
