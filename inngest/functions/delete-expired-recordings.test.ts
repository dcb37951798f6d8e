import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import { recordingKey, storage } from "@/lib/storage/storage";
import { serveFunctions } from "../contract/serve-functions";
import { deleteExpiredRecordings } from "./delete-expired-recordings";

test("the daily round deletes what has expired and its files, also when nobody was there at its hour", async () => {
  const campaignId = await makeCampaign({ retentionDays: 7 });
  const { recordingId } = await makeTask({ campaignId, recording: { createdAt: new Date("2026-01-01T00:00:00Z") } });
  const [recording] = await sqlClient`select sha256 from recordings where id = ${recordingId}`;
  const key = recordingKey(recording?.sha256);
  await storage.write({ key, bytes: Buffer.from("sound") });
  const serve = () => serveFunctions({ functions: [deleteExpiredRecordings], settings: { pollMs: 50 } });
  const before = await serve();
  await before.stop();
  await sqlClient`update engine.functions set seen_at = now() - interval '2 days'`;
  const engine = await serve();
  await expect.poll(() => storage.stat(key), { timeout: 15_000 }).toBeNull();
  const [row] = await sqlClient`select deleted_at is not null as deleted from recordings where id = ${recordingId}`;
  expect(row).toEqual({ deleted: true });
  await engine.stop();
});
