import { useTranslations } from "next-intl";
import { DELIVERY_REASONS } from "@/lib/reception/delivery-reasons";

/** Why a delivery got its verdict, in words; the code itself where a source has one that there are no words for. */
export function DeliveryReason({ reason }: { reason: string }) {
  const t = useTranslations("deliveryReasons");
  if (reason === "") return null;
  const known = DELIVERY_REASONS.find((candidate) => candidate === reason);
  return known === undefined ? t("other", { code: reason }) : t(known);
}
