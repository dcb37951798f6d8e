import { integer, pgTable, text, uniqueIndex } from "drizzle-orm/pg-core";

/**
 * Every text that outcomes are summed up by, once, with the number that stands for it in the sums: numbers are narrow and quick to group.
 * Grows with publishers, buyers and targets, not with calls; nothing is ever taken out.
 */
export const outcomeWords = pgTable(
  "outcome_words",
  {
    id: integer().primaryKey().generatedAlwaysAsIdentity(),
    word: text().notNull(),
  },
  (table) => [
    // What a word's number is, asked by every sum and every filter.
    uniqueIndex("outcome_words_word_key").on(table.word),
  ],
);
