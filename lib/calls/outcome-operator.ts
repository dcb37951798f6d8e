import { isExtension } from "@/lib/operators/is-extension";
import { tidyOperatorName } from "@/lib/operators/tidy-operator-name";
import type { OutcomeValues } from "./outcome-values";

/** Who took a pay-per-call call: the target, else the buyer. Empty when neither was named, or a number instead of somebody. */
export function outcomeOperator({ targetName, buyerName }: Pick<OutcomeValues, "targetName" | "buyerName">): string {
  const name = [targetName, buyerName].map(tidyOperatorName).find((candidate) => candidate !== "" && !isExtension(candidate));
  return name ?? "";
}
