import type { DeliveryProblem } from "@/db/schema";
import type { BodyFields } from "@/lib/reception/body/decode-body";
import { describeSent } from "@/lib/reception/body/describe-sent";
import { nameKey } from "@/lib/reception/body/name-key";
import { UNREPLACED_VARIABLE } from "./no-value";

const MAX_WARNINGS = 40;

/** Warns of the variables of a template that the sender did not replace, forty at most. */
export function warnOfVariables(fields: BodyFields): DeliveryProblem[] {
  const warnings: DeliveryProblem[] = [];
  for (const key of Object.keys(fields)) {
    const sent = fields[key];
    if (typeof sent === "string" && sent.includes("{{") && UNREPLACED_VARIABLE.test(sent) && warnings.length < MAX_WARNINGS) {
      const path = nameKey(key);
      const message = `${describeSent(sent.trim())} was not replaced by the sender, so ${path} counts as empty. The variable's name is probably mistyped.`;
      warnings.push({ path, code: "unreplaced_variable", message });
    }
  }
  return warnings;
}
