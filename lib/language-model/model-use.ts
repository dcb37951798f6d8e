import { env } from "@/lib/env";
import type { ModelUse } from "@/lib/machine-work/end-machine-work";

/** Prices have as many places; a price of a million tokens then is a whole number of 10^-12 for each token. */
const PRICE_PLACES = 6;
const COST_PLACES = 12;

/** What an answer of so many tokens costs by the prices of the environment, to the last place. `cost` is null unless both prices are set. */
export function modelUse({ model, inputTokens, outputTokens }: Omit<ModelUse, "cost">): ModelUse {
  const { LLM_INPUT_PRICE: inputPrice, LLM_OUTPUT_PRICE: outputPrice } = env;
  if (inputPrice === undefined || outputPrice === undefined) return { model, inputTokens, outputTokens, cost: null };
  const cost = BigInt(inputTokens) * unitsOf(inputPrice) + BigInt(outputTokens) * unitsOf(outputPrice);
  return { model, inputTokens, outputTokens, cost: toText(cost) };
}

/** What two answers took together. */
export function addModelUse(one: ModelUse | null, other: ModelUse): ModelUse {
  if (one === null) return other;
  const cost = one.cost === null || other.cost === null ? null : toText(toUnits(one.cost) + toUnits(other.cost));
  const { inputTokens, outputTokens } = one;
  return { ...other, inputTokens: inputTokens + other.inputTokens, outputTokens: outputTokens + other.outputTokens, cost };
}

function unitsOf(price: number): bigint {
  return BigInt(price.toFixed(PRICE_PLACES).replace(".", ""));
}

function toUnits(cost: string): bigint {
  const [whole = "0", rest = ""] = cost.split(".");
  return BigInt(whole + rest.padEnd(COST_PLACES, "0"));
}

function toText(units: bigint): string {
  const digits = units.toString().padStart(COST_PLACES + 1, "0");
  const rest = digits.slice(-COST_PLACES).replace(/0+$/, "");
  return `${digits.slice(0, -COST_PLACES)}${rest === "" ? "" : `.${rest}`}`;
}
