import { eq, sql } from "drizzle-orm";
import { db, type Transaction } from "@/db/client";
import { assignments, campaigns, samples } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { type DealtCall, dealCalls } from "./deal-calls";
import { drawSample } from "./draw-sample";
import { findAuditors } from "./find-auditors";
import { getSampledCampaign } from "./get-sampled-campaign";
import { type SampleInput, wantedCount } from "./sample-input";

/** Why a sample is not drawn: what the screen says in words. */
export const SAMPLE_PROBLEMS = ["no_scorecard", "not_an_auditor", "nothing_to_draw"] as const;
export type SampleProblem = (typeof SAMPLE_PROBLEMS)[number];

type CreateSampleInput = { actor: Viewer; campaignId: number; input: SampleInput };

/** PostgreSQL takes 65,535 values a statement. */
const ROWS_AT_ONCE = 2_000;

/**
 * Draws a sample and puts its calls into the auditors' queues. Of draws of one campaign made at once, none gets a call that another has. Throws
 * a conflict with `details.problem` where there is nothing to draw, no scorecard to audit by, or somebody does not audit the campaign.
 */
export async function createSample({ actor, campaignId, input }: CreateSampleInput): Promise<{ id: string; drawnCount: number }> {
  const { timeZone, hasScorecard } = await getSampledCampaign({ viewer: actor, campaignId });
  if (!hasScorecard) throw refusal("no_scorecard", "Publish the campaign's scorecard first: its calls can then be audited.");
  const auditorIds = input.quotas.map(({ userId }) => userId);
  return db.transaction(async (transaction) => {
    const at = await beginDraw(transaction, campaignId);
    const known = await findAuditors({ database: transaction, campaignId, among: auditorIds });
    if (known.length < auditorIds.length) throw refusal("not_an_auditor", "Somebody in the list does not audit calls of this campaign.");
    const population = { ...input, campaignId, timeZone, auditorIds, at, sampleId: null };
    const { populationCount, calls } = await drawSample({ transaction, population, count: wantedCount(input), ...input });
    if (calls.length === 0) throw refusal("nothing_to_draw", "No call of those days is left to draw.");
    const [sample] = await transaction
      .insert(samples)
      .values({ ...input, campaignId, populationCount, drawnCount: calls.length, createdBy: actor.userId, createdAt: at })
      .returning({ id: samples.id, name: samples.name });
    if (!sample) throw new Error("The database returned no row for an insert.");
    await insertAssignments(transaction, { sampleId: sample.id, kind: input.kind, at, dealt: dealCalls({ calls, ...input }) });
    const { kind, startsOn, endsOn, stratification, seed, quotas } = input;
    const details = { campaignId, kind, startsOn, endsOn, stratification, seed, populationCount, count: calls.length, quotas };
    await recordAuditEntry({ actor, action: "sample.drawn", object: { kind: "sample", ...sample }, details }, transaction);
    return { id: sample.id, drawnCount: calls.length };
  });
}

/** Lets no other draw of the campaign go on until this one is over, and says when it began. */
async function beginDraw(transaction: Transaction, campaignId: number): Promise<Date> {
  await transaction.select({ id: campaigns.id }).from(campaigns).where(eq(campaigns.id, campaignId)).for("no key update");
  // Its own statement and the clock's time, since the transaction's is from before it waited. Cut to what the column keeps, never rounded up.
  const [clock] = await transaction.execute<{ at: number }>(sql`select floor(extract(epoch from clock_timestamp()) * 1000)::float8 as at`);
  return new Date(clock?.at ?? Number.NaN);
}

type InsertInput = { sampleId: string; kind: SampleInput["kind"]; at: Date; dealt: DealtCall[] };

async function insertAssignments(transaction: Transaction, { sampleId, kind, at, dealt }: InsertInput): Promise<void> {
  for (let from = 0; from < dealt.length; from += ROWS_AT_ONCE)
    await transaction.insert(assignments).values(
      dealt.slice(from, from + ROWS_AT_ONCE).map(({ userId, taskId, position }) => ({
        ...{ sampleId, taskId, kind, position, auditorId: userId, createdAt: at },
      })),
    );
}

function refusal(problem: SampleProblem, sentence: string): AppError {
  return new AppError("conflict", sentence, { details: { problem } });
}
