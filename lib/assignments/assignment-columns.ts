import { sql } from "drizzle-orm";
import { assignments, campaigns, samples } from "@/db/schema";
import { env } from "@/lib/env";
import type { AssignmentState } from "./assignment-state";

/** Where a call of a sample stands. */
export const assignmentState = sql<AssignmentState>`case when ${assignments.completedAt} is not null then 'done'
  when ${assignments.skippedAt} is not null then 'skipped' else 'open' end`;

/** True where the day by which a sample is to be done is over in its campaign's time zone. Wants campaigns beside samples. */
export const isPastDue = sql<boolean>`coalesce(${samples.dueOn} < (now() at time zone coalesce(${campaigns.timeZone}, ${env.TIME_ZONE}))::date, false)`;
