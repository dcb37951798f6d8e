import { v7 } from "uuid";
import { db } from "@/db/client";
import { deliveries } from "@/db/schema";

type RecordDeliveryInput = Partial<typeof deliveries.$inferInsert> & { campaignId: number | null };

/** Puts a delivery into the reception log, for tests; `input` says what matters to the test. Returns its receipt. */
export async function recordDelivery(input: RecordDeliveryInput): Promise<string> {
  const id = v7();
  await db.insert(deliveries).values({
    id,
    receivedAt: new Date(),
    source: "anura",
    verdict: "accepted",
    reason: "",
    problems: [],
    warnings: [],
    responseStatus: 200,
    eventKind: "END",
    remoteAddress: "192.0.2.1",
    contentType: "application/json",
    headers: {},
    raw: Buffer.from("{}"),
    rawSha256: Buffer.alloc(32),
    ...input,
  });
  return id;
}
