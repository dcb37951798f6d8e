import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { createServer, type Server } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import * as behaviours from "@/e2e/hosts/behaviours";
import { type RecordingHost, startRecordingHost } from "@/e2e/hosts/recording-host";
import { makeWav } from "@/e2e/hosts/sounds";
import { TEMPORARY_FOLDER } from "@/lib/storage/temporary-file";
import type { OutboundLimits } from "../outbound/outbound-limits";
import { attemptDownload } from "../testing/attempt-download";
import { impatientLimits } from "../testing/impatient-limits";

const WAV = makeWav({ seconds: 2 });
let host: RecordingHost;
beforeAll(async () => {
  host = await startRecordingHost();
});
afterAll(() => host.close());

const attempt = (url: string, changes: Partial<OutboundLimits> = {}) => attemptDownload(url, impatientLimits([host.hostAndPort], changes));

test("a recording is written whole, hashed, and readable by its owner alone", async () => {
  const { file, evidence } = await attempt(host.serve("/ok.wav", behaviours.answer(WAV, { "content-type": "text/html" })));
  expect(file).toMatchObject({ sizeBytes: WAV.length, sha256: createHash("sha256").update(WAV).digest("hex") });
  expect(await readFile(file?.path ?? "")).toEqual(WAV);
  expect((await stat(file?.path ?? "")).mode & 0o777).toBe(0o600);
  expect(evidence).toMatchObject({ remoteAddress: "127.0.0.1", httpStatus: 200, contentType: "text/html", receivedBytes: WAV.length });
});

test("the host is asked plainly: no encoding of the body, and nothing that says more of us than our name", async () => {
  await attempt(host.serve("/plain.wav?a=%2b&b=c+d", behaviours.answer(WAV)));
  const asked = host.requests.find(({ path }) => path === "/plain.wav?a=%2b&b=c+d");
  expect(asked?.headers).toEqual({
    host: host.hostAndPort,
    connection: "keep-alive",
    accept: "audio/*, */*;q=0.5",
    "accept-encoding": "identity",
    "user-agent": "AuditorIA",
  });
});

test.each([
  [404, "retry", "not_found"],
  [403, "retry", "forbidden"],
  [401, "retry", "forbidden"],
  [409, "retry", "not_ready"],
  [425, "retry", "not_ready"],
  [202, "retry", "not_ready"],
  [204, "retry", "not_ready"],
  [206, "retry", "not_ready"],
  [429, "retry", "throttled"],
  [500, "retry", "host_error"],
  [503, "retry", "host_error"],
  [304, "retry", "unexpected_status"],
  [410, "gone", "gone"],
])("a host that answers %i ends the attempt as %s, %s", async (code, outcome, reason) => {
  const { failure, evidence } = await attempt(host.serve(`/status/${code}`, behaviours.status(code)));
  expect(failure).toMatchObject({ outcome, reason });
  expect(evidence.httpStatus).toBe(code);
});

test("Retry-After is taken as seconds or as a date", async () => {
  const inSeconds = await attempt(host.serve("/later", behaviours.status(429, { "retry-after": "120" })));
  expect(inSeconds.failure.retryAfterSeconds).toBe(120);
  const date = new Date(Date.now() + 90_000).toUTCString();
  const byDate = await attempt(host.serve("/later-by-date", behaviours.status(503, { "retry-after": date })));
  expect(byDate.failure.retryAfterSeconds).toBeGreaterThan(85);
  expect(byDate.failure.retryAfterSeconds).toBeLessThanOrEqual(91);
});

test("what an error's body looked like is told", async () => {
  const page = "<!doctype html><html><head><title>Sign in</title></head></html>";
  const { failure, evidence } = await attempt(host.serve("/login", behaviours.answer(page, { "content-type": "audio/mpeg" }, 403)));
  expect(evidence).toMatchObject({ lookedLike: 'HTML page "Sign in"', contentType: "audio/mpeg" });
  expect(failure.message).toBe('The host answered 403 with HTML page "Sign in".');
});

test.each([
  ["nothing in a 200", behaviours.answer(""), "empty", {}],
  ["a body that is cut", behaviours.cutAfter(WAV, 5_000), "cut_short", {}],
  ["a stall in the body", behaviours.stall(WAV.subarray(0, 1_000)), "idle_timeout", { idleMs: 100 }],
  ["no answer", behaviours.silence(), "headers_timeout", { headersMs: 100 }],
  ["a connection that is closed", behaviours.hangUp(), "bad_answer", {}],
  ["what is no HTTP", behaviours.gibberish(), "bad_answer", {}],
])("%s is tried again", async (name, behaviour, reason, impatience) => {
  const { failure } = await attempt(host.serve(`/bad/${encodeURIComponent(name)}`, behaviour), impatience);
  expect(failure).toMatchObject({ outcome: "retry", reason });
});

test("a host that drips is cut for being too slow, though it never falls silent", async () => {
  const { failure } = await attempt(host.serve("/drip", behaviours.drip(Buffer.from("x"), 20)), { lowestSpeedWindowMs: 300 });
  expect(failure).toMatchObject({ outcome: "retry", reason: "too_slow" });
});

test("a body without end is cut at the largest size, and one that promises more is not even begun", async () => {
  const unending = await attempt(host.serve("/endless", behaviours.endless(Buffer.alloc(65_536))));
  expect(unending.failure).toMatchObject({ outcome: "refused", reason: "too_large" });
  const promised = await attempt(host.serve("/large", behaviours.status(200, { "content-length": "9000000" })));
  expect(promised.failure).toMatchObject({ outcome: "refused", reason: "too_large" });
  expect(promised.evidence.receivedBytes).toBe(0);
});

test("an attempt as a whole ends in time", async () => {
  const { failure } = await attempt(host.serve("/endless-too", behaviours.drip(Buffer.alloc(1_000), 20)), { totalMs: 300 });
  expect(failure).toMatchObject({ outcome: "retry", reason: "took_too_long" });
});

test("a gzip bomb is never unpacked", async () => {
  const { file } = await attempt(host.serve("/bomb", behaviours.gzipBomb(64 * 1024 * 1024)));
  expect(file?.sizeBytes).toBeLessThan(100_000);
});

test("five redirects are followed, six are not, and a loop ends", async () => {
  host.serve("/hop/0", behaviours.answer(WAV));
  for (let hop = 1; hop <= 6; hop++) host.serve(`/hop/${hop}`, behaviours.redirect(`/hop/${hop - 1}`, [301, 302, 303, 307, 308][hop % 5]));
  const five = await attempt(`${host.origin}/hop/5`);
  expect(five.file?.sizeBytes).toBe(WAV.length);
  expect(five.evidence.url).toBe(`${host.origin}/hop/0`);
  expect((await attempt(`${host.origin}/hop/6`)).failure).toMatchObject({ outcome: "retry", reason: "too_many_redirects" });
  const loop = await attempt(host.serve("/loop", behaviours.redirect("/loop")));
  expect(loop.failure).toMatchObject({ outcome: "retry", reason: "too_many_redirects" });
});

test("a redirect to signed storage keeps every byte of the signature", async () => {
  const signed = host.serve("/bucket/a%20b.wav?X-Sig=Zm9v%2bYmFy%2F%3d%3D&e=1", behaviours.answer(WAV));
  const { file } = await attempt(host.serve("/to-storage", behaviours.redirect(signed)));
  expect(file?.sizeBytes).toBe(WAV.length);
});

test("a name without an address, one whose servers are silent, and a port that nobody serves are tried again", async () => {
  const unknown = await attempt("http://nowhere.example.com/", { resolveName: () => Promise.reject(new Error("ENOTFOUND")) });
  expect(unknown.failure).toMatchObject({ outcome: "retry", reason: "name_not_resolved" });
  const silent = await attempt("http://silent.example.com/", { connectMs: 100, resolveName: () => new Promise(() => undefined) });
  expect(silent.failure).toMatchObject({ outcome: "retry", reason: "name_not_resolved" });
  const closed = createServer();
  await new Promise<void>((resolve) => closed.listen(0, "127.0.0.1", resolve));
  const port = portOf(closed);
  await new Promise((resolve) => closed.close(resolve));
  const refused = await attempt(`http://127.0.0.1:${port}/`, { allowHosts: new Set([`127.0.0.1:${port}`]) });
  expect(refused.failure).toMatchObject({ outcome: "retry", reason: "connection_failed" });
});

test("a host that takes the connection and never speaks TLS is left in time", async () => {
  const mute = createServer();
  await new Promise<void>((resolve) => mute.listen(0, "127.0.0.1", resolve));
  const hostAndPort = `127.0.0.1:${portOf(mute)}`;
  const { failure } = await attempt(`https://${hostAndPort}/`, { connectMs: 300, allowHosts: new Set([hostAndPort]) });
  expect(failure).toMatchObject({ outcome: "retry", reason: "connect_timeout" });
  mute.close();
});

test("an attempt that brings nothing leaves no file", async () => {
  const before = (await readdir(TEMPORARY_FOLDER)).length;
  await attempt(host.serve("/cut", behaviours.cutAfter(WAV, 5_000)));
  expect(await readdir(TEMPORARY_FOLDER)).toHaveLength(before);
});

function portOf(server: Server): number {
  const address = server.address();
  return address !== null && typeof address === "object" ? address.port : 0;
}
