import { inSeededOrder } from "./seeded-order";
import { shareEqually } from "./share-equally";

/** A call to draw from. Those of nobody known are a group of their own. */
export type DrawableCall = { taskId: string; operatorId: string | null };

export type Stratification = "operator" | "none";

type PickStratifiedInput = { calls: readonly DrawableCall[]; seed: string; count: number; stratification: Stratification };

/**
 * Draws calls at random, in the order that the seed gives: the same calls and seed give the same draw for ever, in whatever order the calls
 * come. By operator: as many of each as can be. Draws all where there are fewer than `count`, and never one twice.
 */
export function pickStratified({ calls, seed, count, stratification }: PickStratifiedInput): DrawableCall[] {
  const strata = Map.groupBy(
    inSeededOrder(calls, seed, ({ taskId }) => taskId),
    (call) => stratumOf(call, stratification),
  );
  const sizes = new Map([...strata].map(([stratum, members]) => [stratum, members.length]));
  const shares = shareEqually({ sizes, count, seed });
  const picked = [...strata].flatMap(([stratum, members]) => members.slice(0, shares.get(stratum) ?? 0));
  return inSeededOrder(picked, seed, ({ taskId }) => taskId);
}

/** The group that a call is drawn from: its operator's, or everybody's. */
export function stratumOf({ operatorId }: DrawableCall, stratification: Stratification): string {
  return stratification === "operator" ? (operatorId ?? "") : "";
}
