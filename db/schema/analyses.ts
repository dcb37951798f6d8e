import { integer, jsonb, pgTable, text, uuid } from "drizzle-orm/pg-core";
import type { Sentiment } from "../enums";
import { createdAt } from "./columns";
import { transcripts } from "./transcripts";

/** What was said, word for word as in the transcript, and where: the line's position and the time from the beginning. */
export type Quote = { position: number; startMs: number; text: string };

/** What a language model made of a transcript. Each part rests on quotes that are in it; what had none was dropped. Goes with the transcript. */
export const analyses = pgTable("analyses", {
  taskId: uuid()
    .primaryKey()
    .references(() => transcripts.taskId, { onDelete: "cascade" }),
  model: text().notNull(),
  /** Sentences, each with what it rests on. */
  summary: jsonb().$type<{ sentence: string; quotes: Quote[] }[]>().notNull(),
  /** Words for what the call is about; `tagId` where it is one of the campaign's tags. */
  topics: jsonb().$type<{ label: string; tagId: string | null; quote: Quote }[]>().notNull(),
  /** By line; lines that are not here are neutral. */
  sentiments: jsonb().$type<{ position: number; sentiment: Sentiment; quote: string }[]>().notNull(),
  /** Parts whose quote is not in the transcript. */
  droppedCount: integer().notNull(),
  createdAt: createdAt(),
});
