import { useTranslations } from "next-intl";
import { ATTEMPT_REASONS, type AttemptReason } from "@/lib/recordings/attempt-reasons";
import type messages from "@/messages/es.json";

/** What can be done about a recording that was given up; `reason` is that of the last attempt, null where no attempt says why. */
export function RecordingWayOut({ reason }: { reason: string | null }) {
  const t = useTranslations("recordingWaysOut");
  const known = ATTEMPT_REASONS.find((candidate) => candidate === reason);
  return t(known === undefined ? "installation" : WAYS_OUT[known]);
}

const WAYS_OUT: Record<AttemptReason, keyof typeof messages.recordingWaysOut> = {
  invalid_url: "address",
  user_info: "address",
  private_address: "privateNetwork",
  insecure_redirect: "redirect",
  too_many_redirects: "redirect",
  bad_redirect: "redirect",
  name_not_resolved: "host",
  connection_failed: "host",
  connect_timeout: "host",
  headers_timeout: "host",
  idle_timeout: "host",
  too_slow: "host",
  took_too_long: "host",
  bad_answer: "host",
  host_error: "host",
  unexpected_status: "host",
  throttled: "later",
  not_ready: "notThere",
  not_found: "notThere",
  forbidden: "forbidden",
  gone: "gone",
  empty: "file",
  cut_short: "file",
  not_audio: "file",
  too_large: "tooLarge",
  decoder_missing: "decoder",
  decoder_failed: "installation",
  storage_failed: "storage",
};
