import { createServer, type Server } from "node:http";
import { type AddressInfo, connect } from "node:net";
import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { createApiKey } from "@/lib/api-keys/create-api-key";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { answerWebhook } from "./answer-webhook";

let server: Server;
let port = 0;
let key = "";
let campaignId = 0;
beforeAll(async () => {
  ({ key } = await createApiKey({ actor: "system", name: "PBX" }));
  ({ id: campaignId } = await createCampaign({ actor: "system", name: "Sales", source: "anura" }));
  server = createServer((request, response) => {
    if (!answerWebhook(request, response)) response.writeHead(404).end("for somebody else");
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  port = addressOf(server).port;
});
afterAll(() => new Promise((resolve) => server.close(resolve)));

function addressOf(listening: Server): AddressInfo {
  const address = listening.address();
  if (address === null || typeof address === "string") throw new Error("not listening on a port");
  return address;
}

/** Writes bytes to the door as they are and gives all that comes back, until the door closes or `until` is in it. */
function talk(parts: string[], { until }: { until?: string } = {}): Promise<string> {
  return new Promise((resolve, reject) => {
    let answer = "";
    const socket = connect(port, "127.0.0.1", () => {
      for (const part of parts) socket.write(part);
    });
    socket.on("data", (chunk) => {
      answer += chunk.toString();
      if (until && answer.includes(until)) socket.end();
    });
    socket.on("close", () => resolve(answer));
    socket.on("error", reject);
  });
}

const head = (path: string, headers: string[]) =>
  `POST ${path} HTTP/1.1\r\nhost: localhost\r\n${headers.map((line) => `${line}\r\n`).join("")}\r\n`;
const countDeliveries = async (reason: string) => (await sqlClient`select 1 from deliveries where reason = ${reason}`).length;

test.each(["/webhook/anura", "/webhook/anura/", "//webhook/anura/", "//webhook//anura//?x=1"])(
  "%s is the door itself, without a redirect",
  async (path) => {
    const body = JSON.stringify({ campaign_id: campaignId });
    const response = await fetch(`http://127.0.0.1:${port}${path}`, {
      method: "POST",
      redirect: "manual",
      headers: { "x-api-key": key },
      body,
    });
    expect(response.status).toBe(422);
  },
);

test("a request that names the host with the path, as one to a proxy does, finds the door too", async () => {
  const answer = await talk([head("http://quality.example.com/webhook/anura/", ["x-api-key: wrong", "content-length: 0"])], {
    until: "unauthorized",
  });
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});

test("other paths and methods are left to Next.js", async () => {
  for (const [method, path] of [
    ["GET", "/webhook/anura"],
    ["POST", "/webhook/anura/more"],
    ["POST", "/webhook"],
  ] as const) {
    expect((await fetch(`http://127.0.0.1:${port}${path}`, { method })).status).toBe(404);
  }
});

test("a wrong key is answered before the body has come", async () => {
  const answer = await talk([head("/webhook/anura", ["x-api-key: wrong", "content-length: 100"])], { until: "unauthorized" });
  expect(answer).toMatch(/^HTTP\/1\.1 401 /);
});

test("a body that says it is too large is refused unread, and one that turns out to be is cut off; both senders get their answer", async () => {
  const declared = await talk([head("/webhook/anura", [`x-api-key: ${key}`, "content-length: 999999999"]), "{".repeat(1000)]);
  expect(declared).toMatch(/^HTTP\/1\.1 413 /);
  const chunk = `10000\r\n${"a".repeat(0x10000)}\r\n`;
  const endless = await talk([head("/webhook/anura", [`x-api-key: ${key}`, "transfer-encoding: chunked"]), ...Array(6).fill(chunk)]);
  expect(endless).toMatch(/^HTTP\/1\.1 413 /);
  expect(await countDeliveries("body_too_large")).toBe(2);
});

test("a sender that hangs up in the middle of its body leaves a trace", async () => {
  const socket = connect(port, "127.0.0.1", () => {
    socket.write(`${head("/webhook/anura", [`x-api-key: ${key}`, "content-length: 1000"])}{"dialtime"`, () =>
      setImmediate(() => socket.destroy()),
    );
  });
  await expect.poll(() => countDeliveries("body_cut_off")).toBe(1);
});

test("a body that does not end is cut at 10 seconds with 408", { timeout: 20_000 }, async () => {
  const startedAt = Date.now();
  const answer = await talk([head("/webhook/anura", [`x-api-key: ${key}`, "content-length: 1000"]), '{"dialtime"'], {
    until: "body_too_slow",
  });
  expect(answer).toMatch(/^HTTP\/1\.1 408 /);
  expect(Date.now() - startedAt).toBeGreaterThanOrEqual(9_900);
  expect(await countDeliveries("body_too_slow")).toBe(1);
});
