import { randomUUID } from "node:crypto";
import { db, sqlClient } from "@/db/client";
import { calls, campaigns } from "@/db/schema";

/** A campaign of its own for a test file. */
export async function makeCampaign(): Promise<number> {
  const [campaign] = await db.insert(campaigns).values({ name: "Recordings" }).returning({ id: campaigns.id });
  if (!campaign) throw new Error("The campaign was not made.");
  return campaign.id;
}

type CallFacts = Partial<typeof calls.$inferInsert> & { campaignId: number; recordingUrl: string };

/** A call whose recording waits to be taken in, as reception leaves it. Returns its id. */
export async function makePendingCall(facts: CallFacts): Promise<string> {
  const values = {
    source: "anura" as const,
    identityKey: `id:${randomUUID()}`,
    externalId: randomUUID(),
    direction: "inbound" as const,
    startedAt: new Date("2026-11-22T12:00:00Z"),
    calling: "1155550000",
    called: "1144440000",
    callingNormalized: "1155550000",
    calledNormalized: "1144440000",
    disposition: "ANSWERED",
    durationSeconds: 3,
    billableSeconds: 2,
    extension: "201",
    operatorName: "",
    isEnded: true,
    recordingStatus: "pending" as const,
    dispatchedAt: new Date(),
    dispatchCount: 1,
  };
  const [call] = await db
    .insert(calls)
    .values({ ...values, ...facts })
    .returning({ id: calls.id });
  if (!call) throw new Error("The call was not made.");
  return call.id;
}

/** Lets the time pass that a call waits for its next attempt. */
export async function passTime(callId: string): Promise<void> {
  await sqlClient`update calls set next_attempt_at = now() - interval '1 second' where id = ${callId} and next_attempt_at is not null`;
}
