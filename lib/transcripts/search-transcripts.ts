import { type SQL, sql } from "drizzle-orm";
import { segments } from "@/db/schema";

const MIN_LENGTH = 3;

/**
 * Whether a line of a transcript has all words of a text, in any form of theirs and whatever its accents, in any of our languages; as a condition on
 * `segments`. Undefined for a text without a word that could be looked for.
 */
export function saidCondition(text: string): SQL | undefined {
  const words = spokenQuery(text);
  return words && sql`${segments.search} @@ ${words}`;
}

/** The same as a query of PostgreSQL's, for a headline. Worked out once for a statement. */
export function spokenQuery(text: string): SQL | undefined {
  const typed = text.trim();
  if (typed.length < MIN_LENGTH || !/\p{L}{2}/u.test(typed)) return undefined;
  return sql`(select speech_query(${typed}))`;
}
