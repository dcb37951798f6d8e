import type { DeliveryProblem } from "@/db/schema";
import type { BodyFields } from "@/lib/reception/body/decode-body";
import { describeSent } from "@/lib/reception/body/describe-sent";
import { UNREPLACED_VARIABLE } from "../no-value";
import { warnOfVariables } from "../warn-of-variables";
import { MAX_TEXT_LENGTH, RECORDED_WORDS } from "./payload";

const CUT_FIELDS = ["calling", "called", "status", "accountextension"];
const NOT_RECORDED_WORDS = new Set(["false", "0", "no", "n", "off", ""]);

/** What is odd in a delivery without being a reason to refuse it: variables that were not replaced, texts cut, words not known. */
export function listAnuraWarnings(fields: BodyFields): DeliveryProblem[] {
  const warnings = warnOfVariables(fields);
  for (const path of CUT_FIELDS) {
    const sent = fields[path];
    if (typeof sent !== "string" || sent.length <= MAX_TEXT_LENGTH) continue;
    warnings.push({ path, code: "text_cut", message: `${path} has ${sent.length} characters; the first ${MAX_TEXT_LENGTH} were kept.` });
  }
  const { status, wasrecorded } = fields;
  if (typeof status === "object" && status !== null) {
    warnings.push({ path: "status", code: "not_a_text", message: `${describeSent(status)} was sent; status counts as empty.` });
  }
  const unknownWord = wasrecorded === undefined || wasrecorded === null ? null : unknownRecordedWord(wasrecorded);
  if (unknownWord) warnings.push({ path: "wasrecorded", code: "unknown_word", message: `${unknownWord} counts as not recorded.` });
  return warnings;
}

function unknownRecordedWord(sent: unknown): string | null {
  if (typeof sent === "object") return describeSent(sent);
  const word = String(sent).normalize("NFC").trim().toLowerCase();
  return RECORDED_WORDS.has(word) || NOT_RECORDED_WORDS.has(word) || UNREPLACED_VARIABLE.test(word) ? null : describeSent(sent);
}
