import { createHash } from "node:crypto";
import { afterAll, beforeAll, beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeTask } from "@/db/testing/make-task";
import * as behaviours from "@/e2e/hosts/behaviours";
import { type RecordingHost, startRecordingHost } from "@/e2e/hosts/recording-host";
import { makeWav } from "@/e2e/hosts/sounds";
import { peaksKey, recordingKey, storage } from "@/lib/storage/storage";
import { downloadRecording } from "../download-recording";
import { impatientLimits } from "../testing/impatient-limits";
import { makePendingCall, passTime } from "../testing/pending-call";
import { countExpiringRecordings, MAX_EXPIRING_COUNT } from "./count-expiring-recordings";
import { markExpiredRecordings, type RetentionPlace } from "./mark-expired-recordings";
import { releaseRecordingFiles } from "./release-recording-files";

const WAV = makeWav({ seconds: 1 });
const WAV_SHA256 = createHash("sha256").update(WAV).digest("hex");
let host: RecordingHost;
beforeAll(async () => {
  host = await startRecordingHost();
});
afterAll(() => host.close());
// Rounds are of the whole installation.
beforeEach(() => sqlClient`update campaigns set retention_days = null`);

const daysAgo = (days: number) => new Date(Date.now() - days * 86_400_000);

type MakeOldInput = { campaignId: number; days: number; content?: string };

/** A recording that was taken in so many days ago, with its file. */
async function makeOld({ campaignId, days, content = crypto.randomUUID() }: MakeOldInput) {
  const sha256 = createHash("sha256").update(content).digest("hex");
  await storage.write({ key: recordingKey(sha256), bytes: Buffer.from(content) });
  await storage.write({ key: peaksKey(sha256), bytes: Buffer.from("{}") });
  const made = await makeTask({ campaignId, recording: { sha256, createdAt: daysAgo(days) } });
  return { ...made, sha256 };
}

async function runRound(limit = 20_000) {
  let place: RetentionPlace | null = null;
  let [deletedCount, batchCount] = [0, 0];
  do {
    const marked = await markExpiredRecordings({ after: place, limit });
    deletedCount += marked.deletedCount;
    batchCount++;
    place = marked.next;
  } while (place !== null);
  return { deletedCount, batchCount, released: await releaseRecordingFiles() };
}

const hasFile = async (sha256: string) =>
  Promise.all([recordingKey(sha256), peaksKey(sha256)].map(async (key) => (await storage.stat(key)) !== null));
const isDeleted = async (recordingId: string) =>
  (await sqlClient`select deleted_at is not null as deleted from recordings where id = ${recordingId}`)[0]?.deleted;
const entriesOf = (campaignId: number) =>
  sqlClient`select actor_name as actor, object_kind as kind, details from audit_log
    where action = 'recording.deleted' and object_id = ${String(campaignId)} order by seq`.then((rows) => [...rows]);

test("a round deletes what campaigns no longer keep, leaves the rest and every task, and says so once a campaign", async () => {
  const [short, long, forGood] = [
    await makeCampaign({ retentionDays: 30 }),
    await makeCampaign({ retentionDays: 90 }),
    await makeCampaign({ retentionDays: null }),
  ];
  const expired = [await makeOld({ campaignId: short, days: 31 }), await makeOld({ campaignId: short, days: 400 })];
  const kept = [
    await makeOld({ campaignId: short, days: 29 }),
    await makeOld({ campaignId: long, days: 31 }),
    await makeOld({ campaignId: forGood, days: 4000 }),
  ];
  expect(await countExpiringRecordings({ campaignId: short, retentionDays: 30 })).toBe(2);
  expect(await countExpiringRecordings({ campaignId: long, retentionDays: 30 })).toBe(1);
  expect(MAX_EXPIRING_COUNT).toBeGreaterThan(2);

  expect(await runRound(2)).toEqual({ deletedCount: 2, batchCount: 3, released: { next: null, removedCount: 2, failedCount: 0 } });
  for (const { recordingId, sha256, taskId } of expired) {
    expect(await isDeleted(recordingId)).toBe(true);
    expect(await hasFile(sha256)).toEqual([false, false]);
    expect(await sqlClient`select 1 from tasks where id = ${taskId}`).toHaveLength(1);
  }
  for (const { recordingId, sha256 } of kept) {
    expect(await isDeleted(recordingId)).toBe(false);
    expect(await hasFile(sha256)).toEqual([true, true]);
  }
  const counts = (await entriesOf(short)).map(({ details }) => details.count);
  expect(counts.reduce((sum, count) => sum + count, 0)).toBe(2);
  expect(await entriesOf(long)).toEqual([]);

  expect(await runRound()).toMatchObject({ deletedCount: 0, released: { removedCount: 0 } });
  await sqlClient`update campaigns set retention_days = 30 where id = ${long}`;
  await makeOld({ campaignId: long, days: 35 });
  await runRound();
  expect(await entriesOf(long)).toEqual([
    { actor: "system", kind: "campaign", details: { count: 2, retentionDays: 30, sizeBytes: 200_000 } },
  ]);
});

test("a file that another recording needs stays until that one goes too", async () => {
  const [first, second] = [await makeCampaign({ retentionDays: 10 }), await makeCampaign()];
  const expired = await makeOld({ campaignId: first, days: 20, content: "the same announcement" });
  const needing = await makeOld({ campaignId: second, days: 20, content: "the same announcement" });
  expect(await runRound()).toMatchObject({ deletedCount: 1, released: { removedCount: 0, failedCount: 0 } });
  expect([await isDeleted(expired.recordingId), await isDeleted(needing.recordingId)]).toEqual([true, false]);
  expect(await hasFile(expired.sha256)).toEqual([true, true]);
  await sqlClient`update campaigns set retention_days = 10 where id = ${second}`;
  expect(await runRound()).toMatchObject({ deletedCount: 1, released: { removedCount: 1 } });
  expect(await hasFile(expired.sha256)).toEqual([false, false]);
});

test("two rounds at once delete each recording once, and a crash between the mark and the file is made up for", async () => {
  const campaignId = await makeCampaign({ retentionDays: 1 });
  const made = await Promise.all(Array.from({ length: 12 }, () => makeOld({ campaignId, days: 3 })));
  const rounds = await Promise.all([1, 2, 3].map(() => markExpiredRecordings()));
  expect(rounds.reduce((sum, { deletedCount }) => sum + deletedCount, 0)).toBe(12);
  const pages = await Promise.all([releaseRecordingFiles({ limit: 5 }), releaseRecordingFiles({ limit: 5 })]);
  expect(pages.map(({ failedCount }) => failedCount)).toEqual([0, 0]);
  await releaseRecordingFiles();
  for (const { sha256 } of made) expect(await hasFile(sha256)).toEqual([false, false]);
  expect(await sqlClient`select 1 from recordings where deleted_at is not null and file_released_at is null`).toHaveLength(0);
});

test("bytes that are taken in while an expired recording of the same bytes is removed never end as a recording without its file", async () => {
  const expiring = await makeCampaign({ retentionDays: 1 });
  const campaignId = await makeCampaign();
  for (let round = 0; round < 12; round++) {
    await storage.write({ key: recordingKey(WAV_SHA256), bytes: WAV });
    await makeTask({ campaignId: expiring, recording: { sha256: WAV_SHA256, createdAt: daysAgo(3) } });
    await sqlClient`update recordings set deleted_at = now(), file_released_at = null where sha256 = ${WAV_SHA256} and created_at < now() - interval '1 day'`;
    const callId = await makePendingCall({ campaignId, recordingUrl: host.serve(`/${round}.wav`, behaviours.answer(WAV)) });
    const take = () => downloadRecording({ callId, limits: impatientLimits([host.hostAndPort]) });
    const [outcome] = await Promise.all([take(), removeAgainAndAgain()]);
    if (outcome.status === "retry") {
      await passTime(callId);
      expect(await take()).toMatchObject({ status: "stored" });
    }
    expect(await storage.stat(recordingKey(WAV_SHA256))).toEqual({ sizeBytes: WAV.length });
    await sqlClient`update recordings set deleted_at = now() where call_id = ${callId}`;
    await releaseRecordingFiles();
  }
});

test("a recording that was deleted and is fetched anew is kept again, from then on", async () => {
  const campaignId = await makeCampaign({ retentionDays: 5 });
  const recordingUrl = host.serve("/again.wav", behaviours.answer(WAV), behaviours.answer(WAV));
  const callId = await makePendingCall({ campaignId, recordingUrl });
  const take = () => downloadRecording({ callId, limits: impatientLimits([host.hostAndPort]) });
  const first = await take();
  await sqlClient`update recordings set created_at = now() - interval '6 days' where call_id = ${callId}`;
  expect(await runRound()).toMatchObject({ deletedCount: 1, released: { removedCount: 1 } });
  await sqlClient`update calls set recording_status = 'pending' where id = ${callId}`;
  expect(await take()).toEqual(first);
  expect(await runRound()).toMatchObject({ deletedCount: 0 });
  expect(await hasFile(WAV_SHA256)).toEqual([true, true]);
});

/** As rounds at every moment of a take-in would. */
async function removeAgainAndAgain(): Promise<void> {
  for (let count = 0; count < 25; count++) {
    await sqlClient`update recordings set file_released_at = null where sha256 = ${WAV_SHA256} and deleted_at is not null`;
    await releaseRecordingFiles();
  }
}
