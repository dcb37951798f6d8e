import { rm, writeFile } from "node:fs/promises";
import path from "node:path";
import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { auditLog, operators, recordings } from "@/db/schema";
import { makeUser } from "@/db/testing/make-task";
import * as behaviours from "@/e2e/hosts/behaviours";
import { type RecordingHost, startRecordingHost } from "@/e2e/hosts/recording-host";
import { makeWav } from "@/e2e/hosts/sounds";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { downloadRecording } from "@/lib/recordings/download-recording";
import { impatientLimits } from "@/lib/recordings/testing/impatient-limits";
import { makeCampaign, makePendingCall } from "@/lib/recordings/testing/pending-call";
import { peaksKey } from "@/lib/storage/storage";
import { GET as getPeaks } from "./peaks/route";
import { GET, HEAD } from "./route";

// Signing in is somebody else's test: here it is only said who did.
const signedIn = vi.hoisted((): { viewer: Viewer | null } => ({ viewer: null }));
vi.mock("@/lib/auth/get-viewer", () => ({ getViewer: async () => signedIn.viewer }));

const WAV = makeWav({ seconds: 2 });
const nobody = { userId: "0199a1b2-0000-7000-8000-000000000001", campaignIds: [], operatorId: null };
const admin: Viewer = { ...nobody, role: "admin" };
let host: RecordingHost;
let campaignId = 0;
let recordingId = "";
let sha256 = "";
let operatorId = "";

beforeAll(async () => {
  host = await startRecordingHost();
  campaignId = await makeCampaign();
  const recordingUrl = host.serve("/a.wav", behaviours.answer(WAV));
  const callId = await makePendingCall({ campaignId, recordingUrl, operatorName: "Ana Gómez" });
  const outcome = await downloadRecording({ callId, limits: impatientLimits([host.hostAndPort]) });
  if (outcome.status !== "stored") throw new Error(outcome.status);
  recordingId = outcome.recordingId;
  const [recording] = await db.select().from(recordings).where(eq(recordings.id, recordingId));
  sha256 = recording?.sha256 ?? "";
  const [operator] = await db.select().from(operators);
  operatorId = operator?.id ?? "";
});
afterAll(() => host.close());

function ask(headers: Record<string, string> = {}, { viewer = admin, id = recordingId, method = "GET" } = {}) {
  signedIn.viewer = viewer;
  const request = new Request(`http://localhost/api/recordings/${id}`, { headers, method });
  return (method === "HEAD" ? HEAD : GET)(request, { params: Promise.resolve({ id }) });
}
const bytesOf = async (response: Response) => Buffer.from(await response.arrayBuffer());

test("a whole recording is its stored bytes, for this viewer's browser alone", async () => {
  const response = await ask();
  expect(response.status).toBe(200);
  expect(Object.fromEntries(response.headers)).toMatchObject({
    "accept-ranges": "bytes",
    "cache-control": "private, no-cache",
    "content-disposition": `inline; filename="recording-${recordingId}"`,
    "content-length": String(WAV.length),
    "content-type": "audio/wav",
    etag: `"${sha256}"`,
    "x-content-type-options": "nosniff",
  });
  expect(Buffer.compare(await bytesOf(response), WAV)).toBe(0);
});

test.each([
  ["bytes=0-", 0, WAV.length - 1],
  ["bytes=100-199", 100, 199],
  ["bytes=0-0", 0, 0],
  ["bytes=-500", WAV.length - 500, WAV.length - 1],
  ["bytes=-99999999", 0, WAV.length - 1],
  ["bytes=32000-99999999", 32_000, WAV.length - 1],
])("Range %s is answered by that part", async (range, start, end) => {
  const response = await ask({ range });
  expect(response.status).toBe(206);
  expect(response.headers.get("content-range")).toBe(`bytes ${start}-${end}/${WAV.length}`);
  expect(response.headers.get("content-length")).toBe(String(end - start + 1));
  expect(Buffer.compare(await bytesOf(response), WAV.subarray(start, end + 1))).toBe(0);
});

test.each(["bytes=99999999-", `bytes=${WAV.length}-`, "bytes=-0"])("Range %s lies outside, and is told the size", async (range) => {
  const response = await ask({ range });
  expect(response.status).toBe(416);
  expect(response.headers.get("content-range")).toBe(`bytes */${WAV.length}`);
});

test.each(["bytes=5-2", "bytes=a-b", "items=0-5", "bytes=0-1,5-9", "bytes=-"])("Range %s is ignored", async (range) => {
  expect((await ask({ range })).status).toBe(200);
});

test("a player gets a long recording in parts that are soon sent, and whoever else asks for the rest gets the rest", async () => {
  const long = makeWav({ seconds: 60 });
  const recordingUrl = host.serve("/long.wav", behaviours.answer(long));
  const outcome = await downloadRecording({
    callId: await makePendingCall({ campaignId, recordingUrl }),
    limits: impatientLimits([host.hostAndPort]),
  });
  if (outcome.status !== "stored") throw new Error(outcome.status);
  const [id, audio] = [outcome.recordingId, { "sec-fetch-dest": "audio" }];
  const parts: Buffer[] = [];
  for (let start = 0; start < long.length; ) {
    const part = await ask({ ...audio, range: `bytes=${start}-` }, { id });
    const bytes = await bytesOf(part);
    expect(part.status).toBe(206);
    expect(part.headers.get("content-range")).toBe(`bytes ${start}-${start + bytes.length - 1}/${long.length}`);
    expect(part.headers.get("content-length")).toBe(String(bytes.length));
    expect(bytes.length).toBeLessThanOrEqual(512 * 1024);
    parts.push(bytes);
    start += bytes.length;
  }
  expect(Buffer.compare(Buffer.concat(parts), long)).toBe(0);
  expect((await bytesOf(await ask({ range: "bytes=100-" }, { id }))).length).toBe(long.length - 100);
  expect((await bytesOf(await ask(audio, { id }))).length).toBe(long.length);
});

test("HEAD tells the same without the bytes", async () => {
  const whole = await ask({}, { method: "HEAD" });
  expect([whole.status, whole.headers.get("content-length"), (await bytesOf(whole)).length]).toEqual([200, String(WAV.length), 0]);
  const part = await ask({ range: "bytes=0-9" }, { method: "HEAD" });
  expect([part.status, part.headers.get("content-length"), (await bytesOf(part)).length]).toEqual([206, "10", 0]);
});

test("a browser that has the file is told so, and one that has another gets the whole", async () => {
  expect((await ask({ "if-none-match": `"${sha256}"` })).status).toBe(304);
  expect((await ask({ "if-none-match": '"other", *' })).status).toBe(304);
  expect((await ask({ range: "bytes=0-9", "if-range": `"${sha256}"` })).status).toBe(206);
  expect((await ask({ range: "bytes=0-9", "if-range": '"other"' })).status).toBe(200);
});

test("who listens is noted once an hour in however many parts it is fetched, and who only asks is not", async () => {
  const played = async (userId: string) =>
    (await db.select().from(auditLog).where(eq(auditLog.actorId, userId))).map(({ action, objectId }) => [action, objectId]);
  const asking: Viewer = { ...admin, userId: await makeUser({ name: "Only asks" }) };
  await ask({}, { viewer: asking, method: "HEAD" });
  await ask({ "if-none-match": `"${sha256}"` }, { viewer: asking });
  await ask({ range: "bytes=99999999-" }, { viewer: asking });
  await ask({}, { viewer: { ...asking, role: "agent" } });
  const listening: Viewer = { ...admin, userId: await makeUser({ name: "Listens" }) };
  await Promise.all(
    Array.from({ length: 12 }, (_, part) => ask({ range: `bytes=${part * 100}-${part * 100 + 99}` }, { viewer: listening })),
  );
  await expect.poll(() => played(listening.userId)).toEqual([["recording.played", recordingId]]);
  await ask({}, { viewer: listening });
  // Entries are written in order: once the next one is there, none was written for those before it.
  const later: Viewer = { ...admin, userId: await makeUser({ name: "Listens later" }) };
  await ask({}, { viewer: later });
  await expect.poll(() => played(later.userId)).toHaveLength(1);
  expect([await played(asking.userId), await played(listening.userId)]).toEqual([[], [["recording.played", recordingId]]]);
});

test("only those who may hear a recording learn that there is one", async () => {
  const statusFor = async (viewer: Viewer | null, id = recordingId) => {
    signedIn.viewer = viewer;
    const url = `http://localhost/api/recordings/${id}`;
    const answers = await Promise.all([GET, getPeaks].map((handler) => handler(new Request(url), { params: Promise.resolve({ id }) })));
    return answers.map(({ status }) => status);
  };
  expect(await statusFor(null)).toEqual([401, 401]);
  for (const role of ["supervisor", "auditor"] as const) {
    expect(await statusFor({ ...nobody, role, campaignIds: [campaignId] })).toEqual([200, 200]);
    expect(await statusFor({ ...nobody, role, campaignIds: [campaignId + 1] })).toEqual([404, 404]);
    expect(await statusFor({ ...nobody, role, operatorId })).toEqual([404, 404]);
  }
  expect(await statusFor({ ...nobody, role: "agent", operatorId })).toEqual([200, 200]);
  expect(await statusFor({ ...nobody, role: "agent", campaignIds: [campaignId] })).toEqual([404, 404]);
  expect(await statusFor({ ...nobody, role: "agent", operatorId: recordingId })).toEqual([404, 404]);
  expect(await statusFor(admin, "0199a1b2-0000-7000-8000-000000000009")).toEqual([404, 404]);
  expect(await statusFor(admin, "../../etc/passwd")).toEqual([404, 404]);
});

test("a waveform that is missing or damaged is made again from the recording", async () => {
  const peaks = async () => {
    signedIn.viewer = admin;
    const response = await getPeaks(new Request("http://localhost/"), { params: Promise.resolve({ id: recordingId }) });
    expect(response.headers.get("content-type")).toBe("application/json");
    return response.json();
  };
  const file = path.join(env.DATA_DIR, peaksKey(sha256));
  const first = await peaks();
  expect(first).toMatchObject({ version: 1, durationSeconds: 2, bucketSeconds: 0.01 });
  await writeFile(file, "");
  expect(await peaks()).toEqual(first);
  await rm(file);
  expect(await peaks()).toEqual(first);
});

test("a recording that retention deleted is gone, for those who might hear it", async () => {
  await db.update(recordings).set({ deletedAt: new Date() }).where(eq(recordings.id, recordingId));
  const response = await ask({ "if-none-match": `"${sha256}"` });
  expect([response.status, response.headers.get("cache-control"), await response.json()]).toMatchObject([
    410,
    "no-store",
    { error: { code: "deleted" } },
  ]);
  const peaks = await getPeaks(new Request("http://localhost/"), { params: Promise.resolve({ id: recordingId }) });
  expect(peaks.status).toBe(410);
  expect((await ask({}, { viewer: { ...nobody, role: "agent" } })).status).toBe(404);
});
