import { isNull, or, type SQL, sql } from "drizzle-orm";
import { callOutcomes } from "@/db/schema";
import type { Conversion } from "./conversions";

/** That a row of `call_outcomes` is any of these; with none given, nothing is asked. */
export function conversionCondition(conversions: readonly Conversion[]): SQL | undefined {
  return or(
    conversions.includes("converted") ? sql`${callOutcomes.converted}` : undefined,
    conversions.includes("not_converted") ? sql`not ${callOutcomes.converted}` : undefined,
    conversions.includes("unknown") ? isNull(callOutcomes.converted) : undefined,
  );
}
