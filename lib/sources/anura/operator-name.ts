import { decodeHTMLStrict } from "entities";
import type { DeliveryProblem } from "@/db/schema";
import { isExtension } from "@/lib/operators/is-extension";
import { tidyOperatorName } from "@/lib/operators/tidy-operator-name";
import type { AnuraPayload } from "./payload";

/**
 * The operator's name: of an outbound call the account's, of an inbound one the queue agent's or else the answering terminal's. A text that
 * names an extension is passed over with a warning. Empty when no name is left.
 */
export function readOperatorName(payload: AnuraPayload): { name: string; warnings: DeliveryProblem[] } {
  const candidates: [path: string, text: string][] =
    payload.direction.value === "outbound"
      ? [["accountname", payload.accountName.value]]
      : [
          ["queueagentname", payload.queueAgentName.value],
          ["answerterminal", payload.answerTerminal.value],
        ];
  const warnings: DeliveryProblem[] = [];
  for (const [path, text] of candidates) {
    const name = tidyOperatorName(text.includes("&") ? decodeHTMLStrict(text) : text);
    if (name === "") continue;
    if (!isExtension(name)) return { name, warnings };
    const message = `${JSON.stringify(name)} is an extension, not a person: the call has no operator from this field.`;
    warnings.push({ path, code: "extension_not_operator", message });
  }
  return { name: "", warnings };
}
