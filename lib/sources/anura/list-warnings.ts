import type { DeliveryProblem } from "@/db/schema";
import type { BodyFields } from "@/lib/reception/body/decode-body";
import { nameKey } from "@/lib/reception/body/name-key";
import { describeSent } from "./describe-sent";
import { MAX_TEXT_LENGTH, RECORDED_WORDS, UNREPLACED_VARIABLE } from "./payload";

const MAX_WARNINGS = 40;
const CUT_FIELDS = ["calling", "called", "status", "accountextension"];
const NOT_RECORDED_WORDS = new Set(["false", "0", "no", "n", "off", ""]);

/** What is odd in a delivery without being a reason to refuse it: variables that were not replaced, texts cut, words not known. */
export function listAnuraWarnings(fields: BodyFields): DeliveryProblem[] {
  const warnings: DeliveryProblem[] = [];
  for (const key of Object.keys(fields)) {
    const sent = fields[key];
    if (typeof sent === "string" && sent.includes("{{") && UNREPLACED_VARIABLE.test(sent) && warnings.length < MAX_WARNINGS) {
      const path = nameKey(key);
      const message = `${describeSent(sent.trim())} was not replaced by the sender, so ${path} counts as empty. The variable's name is probably mistyped.`;
      warnings.push({ path, code: "unreplaced_variable", message });
    }
  }
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
