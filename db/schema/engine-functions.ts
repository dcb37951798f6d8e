import { text } from "drizzle-orm/pg-core";
import { instant } from "./columns";
import { engineSchema } from "./engine";

/** Which functions some process runs, and when it last said so: runs of a function that nobody knows any more are failed. A row a function. */
export const engineFunctions = engineSchema.table("functions", { id: text().primaryKey(), seenAt: instant().notNull() });
