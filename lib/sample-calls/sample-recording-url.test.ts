import { expect, test } from "vitest";
import { isSampleRecordingUrl, makeSampleRecordingUrl } from "./sample-recording-url";

const callName = "sample-0199a1b2-0000-7000-8000-000000000001";
const other = "sample-0199a1b2-0000-7000-8000-000000000002";
const now = new Date("2026-11-20T12:00:00Z");
const later = (seconds: number) => new Date(now.getTime() + seconds * 1000);
const make = () => makeSampleRecordingUrl({ port: 3000, callName, now });

test("an address is good for its own call and ten minutes", async () => {
  const url = await make();
  expect(await isSampleRecordingUrl({ url, callName, now })).toBe(true);
  expect(await isSampleRecordingUrl({ url, callName, now: later(599) })).toBe(true);
  expect(await isSampleRecordingUrl({ url, callName, now: later(600) })).toBe(false);
  expect(await isSampleRecordingUrl({ url, callName: other, now })).toBe(false);
});

test("no other host, port, path, call, time, query or spelling of the address is ours", async () => {
  const url = await make();
  const [, , , , , token = ""] = url.split("/");
  const [, expiresAt = "", mac = ""] = token.split(".");
  const forged = [
    url.replace(":3000", ":3001"),
    url.replace(":3000", ""),
    url.replace("127.0.0.1", "localhost"),
    url.replace("127.0.0.1", "127.0.0.2"),
    url.replace("127.0.0.1", "127.1"),
    url.replace("http:", "https:"),
    url.replace("http://", "HTTP://"),
    url.replace("http://", "http://user@"),
    url.replace("/api/sample-recordings/", "/api/inngest/"),
    url.replace("/api/sample-recordings/", "/api/sample-recordings/../inngest/"),
    url.replace(callName, other),
    url.replace(expiresAt, String(Number(expiresAt) + 1)),
    url.replace(mac, "0".repeat(64)),
    url.replace(mac, mac.toUpperCase()),
    `${url}?x=1`,
    `${url}#x`,
    `${url}/`,
    `${url}\n`,
    ` ${url}`,
    `http://10.0.0.1/${url}`,
    "",
  ];
  for (const text of forged) expect(await isSampleRecordingUrl({ url: text, now }), text).toBe(false);
});
