import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import { commitDeliveries } from "./commit-deliveries";
import { draftOf, receivedCall } from "./testing/drafts";

const ROUNDS = 50;

let campaignId = 0;
beforeAll(async () => {
  const [campaign] = await db.insert(campaigns).values({ name: "Sales" }).returning();
  campaignId = campaign?.id ?? 0;
});

test("a call that several batches bring for the first time at the same moment is one call, time and again", async () => {
  for (let round = 0; round < ROUNDS; round += 1) {
    const call = receivedCall({ campaignId, identity: { kind: "facts", factsKey: `facts-${round}` } });
    const receipts = (await Promise.all(Array.from({ length: 5 }, () => commitDeliveries([draftOf(call)])))).flat();
    expect(new Set(receipts.map(({ callId }) => callId)).size).toBe(1);
  }
});
