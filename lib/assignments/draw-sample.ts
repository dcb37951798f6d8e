import { sql } from "drizzle-orm";
import type { Transaction } from "@/db/client";
import { type DrawableCall, pickStratified, type Stratification } from "./pick-stratified";
import { type Population, populationQuery } from "./sample-population";
import { shareEqually } from "./share-equally";

export type Draw = { populationCount: number; calls: DrawableCall[] };

type DrawSampleInput = { transaction: Transaction; population: Population; seed: string; count: number; stratification: Stratification };

/**
 * Draws a sample as pickStratified does, from any number of calls: the database puts them into the order of the seed, and of each operator no
 * more come here than could be drawn.
 */
export async function drawSample({ transaction, population, seed, count, stratification }: DrawSampleInput): Promise<Draw> {
  const stratum = stratification === "operator" ? sql`coalesce(operator_id::text, '')` : sql`''`;
  const strata = await transaction.execute<{ stratum: string; size: number }>(sql`
    select ${stratum} as stratum, count(*)::int as size from (${populationQuery(population)}) as calls where is_drawable group by 1`);
  const sizes = new Map(strata.map(({ stratum: name, size }) => [name, size]));
  const most = Math.max(0, ...shareEqually({ sizes, count, seed }).values());
  const candidates = await transaction.execute<DrawableCall>(sql`
    select task_id as "taskId", operator_id as "operatorId" from (
      select task_id, operator_id,
        row_number() over (partition by ${stratum} order by sha256(convert_to(${`${seed}:`} || task_id::text, 'UTF8'))) as place
      from (${populationQuery(population)}) as calls where is_drawable
    ) as ordered where place <= ${most}`);
  return {
    populationCount: [...sizes.values()].reduce((sum, size) => sum + size, 0),
    calls: pickStratified({ calls: candidates, seed, count, stratification }),
  };
}
