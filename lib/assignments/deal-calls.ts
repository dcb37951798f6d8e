import type { AuditKind } from "@/db/enums";
import type { SampleQuota } from "@/db/schema";
import type { DrawableCall } from "./pick-stratified";

/** A call in somebody's queue, at its place there. */
export type DealtCall = { userId: string; taskId: string; position: number };

type DealCallsInput = {
  /** In the order that they were drawn in. */
  calls: readonly DrawableCall[];
  quotas: readonly SampleQuota[];
  kind: AuditKind;
};

/**
 * Gives drawn calls to auditors. For quality each call goes to one of them, to each as many as their quota, or their share of it where there
 * are fewer; for calibration each gets all. Everybody's calls are spread over the operators, and their queue goes round them.
 */
export function dealCalls({ calls, quotas, kind }: DealCallsInput): DealtCall[] {
  if (kind === "calibration") return quotas.flatMap(({ userId }) => inQueue(userId, calls));
  const hands = deal([...byOperator(calls).values()].flat(), sharesOf(quotas, calls.length));
  return [...hands].flatMap(([userId, hand]) => inQueue(userId, hand));
}

/** How many calls each gets: the quotas where there are enough, else in proportion to them, the largest remainders first. */
function sharesOf(quotas: readonly SampleQuota[], callCount: number): SampleQuota[] {
  const wanted = quotas.reduce((sum, { count }) => sum + count, 0);
  if (callCount >= wanted) return [...quotas];
  const exact = quotas.map(({ userId, count }) => ({ userId, exact: (count * callCount) / wanted }));
  const rest = callCount - exact.reduce((sum, share) => sum + Math.floor(share.exact), 0);
  const first = new Set(
    exact
      .toSorted((one, other) => (other.exact % 1) - (one.exact % 1))
      .slice(0, rest)
      .map(({ userId }) => userId),
  );
  return exact.map((share) => ({ userId: share.userId, count: Math.floor(share.exact) + (first.has(share.userId) ? 1 : 0) }));
}

/** Deals one by one to whoever is furthest behind their share, so that of calls side by side everybody gets their part. */
function deal(calls: readonly DrawableCall[], shares: readonly SampleQuota[]): Map<string, DrawableCall[]> {
  const hands = new Map(shares.map(({ userId }): [string, DrawableCall[]] => [userId, []]));
  for (const [index, call] of calls.entries()) {
    const behind = shares.map(({ userId, count }) => {
      const held = hands.get(userId)?.length ?? 0;
      return { userId, lack: held < count ? (count * (index + 1)) / calls.length - held : Number.NEGATIVE_INFINITY };
    });
    const next = behind.reduce((one, other) => (other.lack > one.lack ? other : one));
    hands.get(next.userId)?.push(call);
  }
  return hands;
}

/** Goes round the operators: one call of each, then the next of each. */
function inQueue(userId: string, calls: readonly DrawableCall[]): DealtCall[] {
  const hands = [...byOperator(calls).values()];
  const rounds = Math.max(0, ...hands.map(({ length }) => length));
  const ordered = Array.from({ length: rounds }, (_, round) => hands.flatMap((hand) => hand.slice(round, round + 1))).flat();
  return ordered.map(({ taskId }, position) => ({ userId, taskId, position }));
}

function byOperator(calls: readonly DrawableCall[]): Map<string, DrawableCall[]> {
  return Map.groupBy(calls, ({ operatorId }) => operatorId ?? "");
}
