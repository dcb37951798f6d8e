import postgres from "postgres";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { connectPlatform } from "./harness/connect-platform";
import { openTestBed } from "./harness/open-test-bed";
import { type RecordedCall, recordedCall } from "./harness/recorded-call";
import type { Acknowledged } from "./harness/start-load";

const bed = await openTestBed();
afterEach(bed.explainFailure);
afterAll(bed.close);

let origins: string[] = [];
beforeAll(async () => {
  const first = await bed.startApplication();
  const second = await bed.startApplication();
  origins = [first.origin, second.origin];
});

test("one delivery that reaches two processes fifty times at once is one call, one operator and one task, and fifty 2xx", async () => {
  const call = await record({ number: 1 });
  const acknowledged = await sendAtOnce(Array(50).fill(call));
  expect(new Set(acknowledged.map(({ callId }) => callId)).size).toBe(1);
  expect(acknowledged.filter(({ status }) => status === "accepted")).toHaveLength(1);
  expect(await bed.findBrokenPromises(acknowledged)).toEqual([]);
  expect(await countRows()).toEqual({ deliveries: 50, calls: 1, operators: 1, tasks: 1 });
});

test("a hundred first calls of a new operator that reach two processes at once are one operator with a hundred tasks", async () => {
  const before = await countRows();
  const spellings = ["Ángela Güiraldes", "ANGELA  GUIRALDES", " angela güiraldes "];
  const numbers = Array.from({ length: 100 }, (_, index) => 1_000 + index);
  const calls = await Promise.all(numbers.map((number) => record({ number, operator: spellings[number % spellings.length] })));
  const acknowledged = await sendAtOnce(calls);
  expect(await bed.findBrokenPromises(acknowledged)).toEqual([]);
  const { deliveries, calls: callCount, operators, tasks } = before;
  expect(await countRows()).toEqual({ deliveries: deliveries + 100, calls: callCount + 100, operators: operators + 1, tasks: tasks + 100 });
});

async function record({ number, operator }: { number: number; operator?: string | undefined }): Promise<RecordedCall> {
  const { campaignId } = await bed.sender();
  return recordedCall({ number, campaignId, recordingUrl: bed.host.urlOf(number), operator });
}

/** Each over a connection of its own, the applications in turn. Fails when one of them is not acknowledged. */
async function sendAtOnce(calls: RecordedCall[]): Promise<(Acknowledged & { status: string })[]> {
  const { apiKey } = await bed.sender();
  const connections = calls.map((_, index) => connectPlatform({ origin: origins[index % origins.length] ?? "", apiKey }));
  const outcomes = await Promise.all(calls.map((call, index) => connections[index]?.send(call.body)));
  await Promise.all(connections.map((connection) => connection.close()));
  expect(outcomes.filter((outcome) => outcome?.kind !== "acknowledged")).toEqual([]);
  return calls.flatMap((call, index) => {
    const outcome = outcomes[index];
    return outcome?.kind === "acknowledged" ? [{ ...call, ...outcome }] : [];
  });
}

async function countRows() {
  const sql = postgres(await bed.databaseUrl(), { max: 1 });
  try {
    const [counts] = await sql<{ deliveries: number; calls: number; operators: number; tasks: number }[]>`
      select (select count(*)::int from deliveries) as deliveries, (select count(*)::int from calls) as calls,
        (select count(*)::int from operators) as operators, (select count(*)::int from tasks) as tasks`;
    if (!counts) throw new Error("PostgreSQL counted nothing.");
    return { ...counts };
  } finally {
    await sql.end();
  }
}
