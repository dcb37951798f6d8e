import { customType } from "drizzle-orm/pg-core";

/** Words of a text as PostgreSQL searches them; written and read as text. */
export const tsvector = customType<{ data: string }>({ dataType: () => "tsvector" });
