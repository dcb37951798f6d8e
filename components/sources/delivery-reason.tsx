import { useTranslations } from "next-intl";

const REASONS = [
  "not_end",
  "not_ended",
  "unknown_event",
  "not_recorded",
  "no_recording_url",
  "recording_known",
  "seen_before",
  "invalid_json",
  "not_an_object",
  "invalid_form",
  "invalid_fields",
  "unsupported_media_type",
  "unsupported_charset",
  "body_too_large",
  "body_too_slow",
  "body_cut_off",
  "unknown_campaign",
  "campaign_archived",
  "wrong_source",
] as const;

/** Why a delivery got its verdict, in words; the code itself where a source has one that there are no words for. */
export function DeliveryReason({ reason }: { reason: string }) {
  const t = useTranslations("deliveryReasons");
  if (reason === "") return null;
  const known = REASONS.find((candidate) => candidate === reason);
  return known === undefined ? t("other", { code: reason }) : t(known);
}
