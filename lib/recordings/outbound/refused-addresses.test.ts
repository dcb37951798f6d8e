import { getCACertificates, setDefaultCACertificates } from "node:tls";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import * as behaviours from "@/e2e/hosts/behaviours";
import { type RecordingHost, startRecordingHost } from "@/e2e/hosts/recording-host";
import { makeSelfSignedCertificate } from "@/e2e/hosts/self-signed-certificate";
import { makeWav } from "@/e2e/hosts/sounds";
import { attemptDownload } from "../testing/attempt-download";
import { impatientLimits } from "../testing/impatient-limits";
import type { OutboundLimits } from "./outbound-limits";

const WAV = makeWav({ seconds: 2 });
let host: RecordingHost;
/** Nobody opened this one: it counts who knocks. */
let forbidden: RecordingHost;
let secure: RecordingHost;

beforeAll(async () => {
  const certificate = makeSelfSignedCertificate();
  setDefaultCACertificates([...getCACertificates("default"), certificate.cert]);
  host = await startRecordingHost();
  forbidden = await startRecordingHost();
  secure = await startRecordingHost({ certificate, hostname: "localhost" });
});
afterAll(() => Promise.all([host.close(), forbidden.close(), secure.close()]));
afterEach(() => expect(forbidden.connectionCount()).toBe(0));

const attempt = (url: string, changes: Partial<OutboundLimits> = {}) =>
  attemptDownload(url, impatientLimits([host.hostAndPort, secure.hostAndPort], changes));

test("https is read by the certificate of its name, and never leads to http", async () => {
  const { file } = await attempt(secure.serve("/ok.wav", behaviours.answer(WAV)));
  expect(file?.sizeBytes).toBe(WAV.length);
  expect(secure.requests[0]?.headers.host).toBe(secure.hostAndPort);
  const downgraded = await attempt(secure.serve("/down", behaviours.redirect(host.serve("/ok.wav", behaviours.answer(WAV)))));
  expect(downgraded.failure).toMatchObject({ outcome: "refused", reason: "insecure_redirect" });
  const upgraded = await attempt(host.serve("/up", behaviours.redirect(`${secure.origin}/ok.wav`)));
  expect(upgraded.file?.sizeBytes).toBe(WAV.length);
});

test("a redirect to an address that nobody opened is refused for good, and no packet is sent there", async () => {
  const { failure } = await attempt(host.serve("/inside", behaviours.redirect(forbidden.serve("/secret", behaviours.answer(WAV)))));
  expect(failure).toMatchObject({ outcome: "refused", reason: "private_address" });
});

test.each([
  "127.0.0.1",
  "2130706433",
  "017700000001",
  "0x7f000001",
  "0177.0.0.1",
  "127.1",
  "0.0.0.0",
  "localhost",
  "[::1]",
  "[::]",
  "[::ffff:127.0.0.1]",
  "[::ffff:7f00:1]",
  "[::127.0.0.1]",
  "[64:ff9b::7f00:1]",
  "[64:ff9b:1::7f00:1]",
  "[2002:7f00:1::]",
])("http://%s is refused for good, and no packet is sent", async (literal) => {
  const { failure, evidence } = await attempt(`http://${literal}:${new URL(forbidden.origin).port}/`);
  expect(failure).toMatchObject({ outcome: "refused", reason: "private_address" });
  expect(evidence.remoteAddress).toBeNull();
});

test("a name is refused when any of its addresses is private, and is asked for once a connection", async () => {
  const { port } = new URL(forbidden.origin);
  const mixed = await attempt(`http://mixed.example.com:${port}/`, { resolveName: async () => ["8.8.8.8", "10.0.0.1"] });
  expect(mixed.failure).toMatchObject({ outcome: "refused", reason: "private_address" });
  const answers = [["127.0.0.1"], ["10.0.0.1"]];
  const allowHosts = new Set([`rebinding.example.com:${new URL(host.origin).port}`]);
  host.serve("/rebound.wav", behaviours.answer(WAV));
  const url = `http://rebinding.example.com:${new URL(host.origin).port}/rebound.wav`;
  const rebound = await attempt(url, { allowHosts, resolveName: async () => answers.shift() ?? [] });
  expect(rebound.file?.sizeBytes).toBe(WAV.length);
  expect(rebound.evidence.remoteAddress).toBe("127.0.0.1");
  expect(answers).toEqual([["10.0.0.1"]]);
  expect(host.requests.at(-1)?.headers.host).toBe(`rebinding.example.com:${new URL(host.origin).port}`);
});

test("a name that an answer was good for is checked anew when a redirect leads back to it", async () => {
  const { port } = new URL(host.origin);
  const answers = [["127.0.0.1"], ["127.0.0.1"]];
  host.serve("/turn", behaviours.redirect(`http://turning.example.com:${new URL(forbidden.origin).port}/`));
  const { failure } = await attempt(`http://turning.example.com:${port}/turn`, {
    allowHosts: new Set([`turning.example.com:${port}`]),
    resolveName: async () => answers.shift() ?? [],
  });
  expect(failure).toMatchObject({ outcome: "refused", reason: "private_address" });
  expect(answers).toEqual([]);
});

test("one address of our own can be opened without opening another path, port or name of its host, or where it redirects to", async () => {
  const { port } = new URL(forbidden.origin);
  const allowUrl = secure.serve("/own.wav", behaviours.answer(WAV));
  const onlyThat = (url: string) => attemptDownload(url, impatientLimits([], { allowUrl }));
  expect((await onlyThat(allowUrl)).file?.sizeBytes).toBe(WAV.length);
  const closed = [`${allowUrl}?x`, `${allowUrl}/`, `${secure.origin}/`, `${forbidden.origin}/own.wav`, `https://127.0.0.1:${port}/own.wav`];
  for (const url of closed) expect((await onlyThat(url)).failure, url).toMatchObject({ outcome: "refused", reason: "private_address" });
  const away = host.serve("/own-away.wav", behaviours.redirect(`${forbidden.origin}/secret`));
  const { failure } = await attemptDownload(away, impatientLimits([], { allowUrl: away }));
  expect(failure).toMatchObject({ outcome: "refused", reason: "private_address" });
});
