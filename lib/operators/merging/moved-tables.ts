import { sql } from "drizzle-orm";

/** What a merge moves from one operator to the other. Audits of tasks go with their tasks (migration scorecards), so that those without one are left. */
export const MOVED_TABLES = { call: sql`calls`, task: sql`tasks`, audit: sql`audits` };
