import { randomBytes } from "node:crypto";
import { v7 } from "uuid";
import { db } from "../client";
import { callOutcomes, calls, connections } from "../schema";

export type OutcomeValues = Partial<Omit<typeof callOutcomes.$inferInsert, "callId" | "connectionId" | "standing">> & {
  campaignId: number;
  startedAt: Date;
  operatorId?: string | null;
};

/** A connection of its own for a test; returns its id. */
export async function makeConnection(name = "Platform"): Promise<string> {
  const id = v7();
  await db.insert(connections).values({ id, publicId: randomBytes(8).toString("hex"), name });
  return id;
}

/** Calls of a pay-per-call platform without recordings, with what came of them, in one transaction. Returns their ids. */
export async function makeOutcomes(connectionId: string, values: OutcomeValues[]): Promise<string[]> {
  const made = values.map(({ operatorId = null, ...outcome }) => ({ id: v7(), mark: randomBytes(8).toString("hex"), operatorId, outcome }));
  await db.transaction(async (tx) => {
    await tx.insert(calls).values(
      made.map(({ id, mark, operatorId, outcome: { campaignId, startedAt, durationSeconds, connectedSeconds } }) => ({
        ...{ id, campaignId, operatorId, startedAt, identityKey: `id:${mark}`, externalId: mark },
        source: "aria" as const,
        direction: "inbound" as const,
        calling: "+13055550123",
        called: "+18005550199",
        callingNormalized: "+13055550123",
        calledNormalized: "+18005550199",
        disposition: "",
        durationSeconds: durationSeconds ?? 60,
        billableSeconds: connectedSeconds ?? 0,
        extension: "",
        operatorName: "",
        isEnded: true,
        recordingStatus: "none" as const,
      })),
    );
    await tx
      .insert(callOutcomes)
      .values(made.map(({ id, outcome }) => ({ ...outcome, callId: id, connectionId, standing: { base: "", others: {} } })));
  });
  return made.map(({ id }) => id);
}
