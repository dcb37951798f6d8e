import { sql } from "drizzle-orm";
import { db } from "@/db/client";
import { operators } from "@/db/schema";
import { operatorMatchKey } from "@/lib/operators/operator-match-key";
import type { ResolvedFilters } from "./task-conditions";
import type { TaskFilters } from "./task-filters";

/** Text without letters is meant for the phone numbers, anything else for the operators' names, whatever their case and accents. */
export async function resolveFilters({ text = "", ...filters }: TaskFilters): Promise<ResolvedFilters> {
  const numberDigits = text.replace(/\D/g, "").slice(0, 32);
  if (numberDigits !== "" && !/\p{L}/u.test(text)) return { ...filters, numberDigits };
  const name = operatorMatchKey(text);
  if (name === "") return filters;
  // Looked up first: the planner cannot guess how many tasks the operators behind a name have, but knows it of the operators themselves.
  const named = await db
    .select({ id: operators.id })
    .from(operators)
    .where(sql`${operators.matchKey} like ${`%${name.replace(/[\\%_]/g, "\\$&")}%`}`);
  return { ...filters, namedOperatorIds: named.map(({ id }) => id) };
}
