import { once } from "node:events";
import { type ClientRequest, type IncomingMessage, request } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { afterAll, afterEach, expect, inject, test } from "vitest";
import { openTestBed } from "./harness/open-test-bed";
import { readAnswer, type SendOutcome } from "./harness/read-answer";
import { recordedCall } from "./harness/recorded-call";
import { seededRandom } from "./harness/seeded-random";
import type { Acknowledged } from "./harness/start-load";
import { waitUntil } from "./harness/wait-until";

const CALLS = 40;
const CONNECTIONS = 4;
const LONGEST_LIFE_MS = 1_000;
/** Requests under way have ten seconds, and the work that is stopped between two steps twenty. */
const END_WITHIN_MS = 30_000;
const FIRST_UNDER_WAY = 1_000;

const bed = await openTestBed();
afterEach(bed.explainFailure);
afterAll(bed.close);

test("asked to end under load, the application answers what is under way, ends with status 0 in time, and has lost nothing", async () => {
  const random = seededRandom(inject("faultSeed"));
  const application = await bed.startApplication();
  const { apiKey, campaignId } = await bed.sender();
  const load = await bed.startLoad({ origins: Array(CONNECTIONS).fill(application.origin), random });
  load.addCalls(CALLS);
  await load.acknowledgements(CALLS);
  const calls = Array.from({ length: 5 }, (_, index) => FIRST_UNDER_WAY + index).map((number) =>
    recordedCall({ number, campaignId, recordingUrl: bed.host.urlOf(number) }),
  );
  const underWay = await Promise.all(calls.map((call) => startRequest({ origin: application.origin, apiKey, body: call.body })));
  await wait(random() * LONGEST_LIFE_MS);

  const askedAt = Date.now();
  const ending = application.end();
  await waitUntil({ what: "the door to be shut for newcomers", withinMs: END_WITHIN_MS }, async () => !(await application.isReady()));
  const outcomes = await Promise.all(underWay.map((half) => half.finish()));
  expect(outcomes.map(({ kind }) => kind)).toEqual(Array(calls.length).fill("acknowledged"));
  expect(await ending).toEqual({ exitCode: 0, signal: null });
  expect(Date.now() - askedAt).toBeLessThan(END_WITHIN_MS);
  const ledger = await load.abandon();
  expect(ledger.surprises).toEqual([]);

  await bed.startApplication();
  const answered = calls.flatMap((call, index) => {
    const outcome = outcomes[index];
    return outcome?.kind === "acknowledged" ? [{ ...call, ...outcome }] : [];
  });
  const acknowledged: Acknowledged[] = [...ledger.acknowledged, ...answered];
  expect(await bed.findBrokenPromises(acknowledged)).toEqual([]);
});

type HalfRequest = { /** Sends the other half. */ finish: () => Promise<SendOutcome> };

/** Sends the head of a delivery and half of its body; resolves once the application has begun with it, as it says by 100 Continue. */
async function startRequest({ origin, apiKey, body }: { origin: string; apiKey: string; body: string }): Promise<HalfRequest> {
  const bytes = Buffer.from(body);
  const headers = { "content-type": "application/json", "x-api-key": apiKey, "content-length": bytes.length, expect: "100-continue" };
  const sent = request(`${origin}/webhook/anura/`, { method: "POST", headers, agent: false });
  sent.flushHeaders();
  await once(sent, "continue");
  sent.write(bytes.subarray(0, bytes.length / 2));
  return { finish: () => finishRequest(sent, bytes.subarray(bytes.length / 2)) };
}

async function finishRequest(sent: ClientRequest, rest: Buffer): Promise<SendOutcome> {
  sent.end(rest);
  const [response]: IncomingMessage[] = await once(sent, "response");
  const chunks = response ? await response.toArray() : [];
  return readAnswer({ statusCode: response?.statusCode ?? 0, text: Buffer.concat(chunks).toString("utf8") });
}
