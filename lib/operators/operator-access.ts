import { inArray, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import { operators, tasks } from "@/db/schema";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

/** Highest number that a campaign can have. */
const MAX_CAMPAIGN_ID = 2_147_483_647;

/** True for those who look after operators: admins, supervisors and the installation itself. To others there are none. */
export function canManageOperators(actor: Actor): boolean {
  return actor === "system" || actor.role === "admin" || actor.role === "supervisor";
}

/** Throws not-found for auditors and agents. */
export function requireOperatorManager(actor: Actor): void {
  if (!canManageOperators(actor)) throw operatorNotFound();
}

/** The campaigns whose tasks an actor is shown, as a condition on `tasks`; undefined means all of them. */
export function ownTasks(actor: Actor): SQL | undefined {
  if (actor === "system" || actor.role === "admin") return undefined;
  return actor.campaignIds.length === 0 ? sql`false` : inArray(tasks.campaignId, actor.campaignIds);
}

/**
 * The operators that an actor may see, as a condition on `operators`; undefined means all of them. A supervisor sees those with tasks in own
 * campaigns, and those made by hand that have no tasks yet, whoever made them: they tell nothing of anybody's calls.
 */
export function visibleOperators(actor: Actor): SQL | undefined {
  if (!canManageOperators(actor)) return sql`false`;
  const own = ownTasks(actor);
  if (!own) return undefined;
  return sql`(${hasTask(own)} or (${operators.origin} = 'manual' and not ${hasTask()}))`;
}

/** The same for one operator that may have been merged away: it has no calls left to be known by, and goes with whom it was merged into. */
export function visibleWithMerged(actor: Actor): SQL | undefined {
  const own = visibleOperators(actor);
  return own && sql`(case when ${operators.mergedIntoId} is null then ${own} else ${visibleMerged(actor)} end)`;
}

/** The operators that were merged into one whom the actor may see, as a condition on `operators`; undefined means all of them. */
export function visibleMerged(actor: Actor): SQL | undefined {
  const own = visibleOperators(actor);
  return own && sql`${operators.mergedIntoId} in (${db.select({ id: operators.id }).from(operators).where(own)})`;
}

/**
 * Whether an actor may rename or merge an operator that they see: a supervisor one all of whose tasks are in own campaigns, since others see
 * the name too. Looks into the gaps between the own campaigns, each one look into an index, however many tasks there are.
 */
export function isEditable(actor: Actor): SQL<boolean> {
  if (actor === "system" || actor.role === "admin") return sql<boolean>`true`;
  const own = [...new Set(actor.campaignIds)].sort((one, other) => one - other);
  const [above, below] = [sql.param([0, ...own]), sql.param([...own, MAX_CAMPAIGN_ID])];
  const foreignTask = sql`(
    select true from unnest(${above}::int[], ${below}::int[]) as gap(above, below) cross join lateral (
      select true from ${tasks} where ${tasks.operatorId} = ${operators.id} and ${tasks.campaignId} > gap.above and ${tasks.campaignId} < gap.below
      limit 1) as foreign_task
    limit 1)`;
  // Wrapped: of a selected field drizzle leaves the tables' names away, one level deep.
  return sql<boolean>`(${foreignTask} is not true)`;
}

/** The same for an operator that is missing and for one that the actor may not see. */
export function operatorNotFound(): AppError {
  return new AppError("not_found", "There is no such operator.");
}

/** A look for one, never a list of all: written so that the planner cannot choose otherwise. */
function hasTask(condition: SQL = sql`true`): SQL {
  return sql`((select true from ${tasks} where ${tasks.operatorId} = ${operators.id} and ${condition} limit 1) is true)`;
}
