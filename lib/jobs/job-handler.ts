import type { z } from "zod";
import type { JobProblem } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";

/** One step's result. `position` is where the next step goes on, in the kind's own words; null when nothing is left. */
export type JobAdvance = { doneCount: number; problems: JobProblem[]; position: string | null };

type JobInput<Params> = { viewer: Viewer; params: Params };

/**
 * What a kind of job does. Both verbs work with the rights that the viewer has at that moment. `advance` does some dozens of objects from
 * `position` on, and may be called twice from the same one: doing an object again must change nothing.
 */
export type JobHandler<Params> = {
  params: z.ZodType<Params>;
  /** How many objects there are to do. Throws `invalid` or not-found for what can't be done at all. */
  count: (input: JobInput<Params>) => Promise<number>;
  advance: (input: JobInput<Params> & { position: string | null; jobId: string }) => Promise<JobAdvance>;
};

/** A handler behind its schema: params come in unread, as they lie in the database. */
export type RunnableJob = {
  count: (input: { viewer: Viewer; params: unknown }) => Promise<number>;
  advance: (input: { viewer: Viewer; params: unknown; position: string | null; jobId: string }) => Promise<JobAdvance>;
};

/** Reads the params before each verb, so that no handler sees what its schema does not know. */
export function runnableJob<Params>({ params: schema, count, advance }: JobHandler<Params>): RunnableJob {
  return {
    count: ({ params, ...input }) => count({ ...input, params: schema.parse(params) }),
    advance: ({ params, ...input }) => advance({ ...input, params: schema.parse(params) }),
  };
}
