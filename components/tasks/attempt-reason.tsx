import { useTranslations } from "next-intl";
import { ATTEMPT_REASONS } from "@/lib/recordings/attempt-reasons";

const SAID = [...ATTEMPT_REASONS, "stored"] as const;

/** How an attempt to fetch a recording ended, in words; the sentence that was logged, or the code, where a reason is new to the screen. */
export function AttemptReason({ reason, detail = "" }: { reason: string; detail?: string }) {
  const t = useTranslations("attemptReasons");
  const known = SAID.find((candidate) => candidate === reason);
  return known === undefined ? t("other", { reason: detail || reason }) : t(known);
}
