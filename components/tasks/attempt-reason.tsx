import { useTranslations } from "next-intl";

/** How an attempt to fetch a recording ended, in words; the sentence that was logged where a reason is new to the screen. */
export function AttemptReason({ reason, detail }: { reason: string; detail: string }) {
  const t = useTranslations("attemptReasons");
  const isKnown = (key: string): key is Parameters<typeof t>[0] => t.has(key as Parameters<typeof t.has>[0]);
  return isKnown(reason) ? t(reason) : detail || reason;
}
