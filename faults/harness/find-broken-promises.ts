import { setTimeout as wait } from "node:timers/promises";
import postgres from "postgres";
import { findStrayFiles } from "./find-stray-files";
import type { Acknowledged } from "./start-load";
import type { RecordingHost } from "./start-recording-host";

/** Something that an installation owes to whoever sent it calls, and does not have. */
export type BrokenPromise = {
  promise:
    | "each acknowledged delivery is kept once"
    | "each call is one call"
    | "each acknowledged call is one task with its recording"
    | "each name is one operator"
    | "nothing is left lying"
    | "nothing is left over on the disk";
  detail: string;
};

type FindBrokenPromisesInput = {
  databaseUrl: string;
  dataDir: string;
  host: RecordingHost;
  acknowledged: Acknowledged[];
  /** How long work may still be under way before it counts as left lying. */
  settleWithinMs: number;
};

type Sql = postgres.Sql;

const POLL_MS = 100;

/**
 * Compares what senders were told with what the installation has once its work is done, and names every promise that does not hold. Asks
 * the database and the disk themselves, and nothing of the product.
 */
export async function findBrokenPromises(input: FindBrokenPromisesInput): Promise<BrokenPromise[]> {
  const { acknowledged } = input;
  const sql = postgres(input.databaseUrl, { max: 1, onnotice: () => undefined });
  try {
    const broken = await settle(sql, input.settleWithinMs);
    broken.push(...(await checkDeliveries(sql, acknowledged)), ...checkCalls(acknowledged));
    broken.push(...(await checkTasks(sql, acknowledged, input.host)), ...(await checkOperators(sql, acknowledged)));
    const strays = await findStrayFiles(input.dataDir, await sql<{ sha256: string }[]>`select distinct sha256 from recordings`);
    return [...broken, ...strays.map((detail): BrokenPromise => ({ promise: "nothing is left over on the disk", detail }))];
  } finally {
    await sql.end();
  }
}

async function settle(sql: Sql, withinMs: number): Promise<BrokenPromise[]> {
  const deadline = Date.now() + withinMs;
  for (;;) {
    const [left] = await sql<Record<string, number>[]>`
      select (select count(*)::int from calls where recording_status = 'pending') as "calls whose recording is pending",
        (select count(*)::int from calls where recording_status = 'stored' and not exists (select from tasks where call_id = calls.id))
          as "calls with a recording and no task",
        (select count(*)::int from engine.inbox) as "events in the engine's inbox"`;
    const lying = Object.entries(left ?? {}).filter(([, count]) => count > 0);
    if (lying.length === 0) return [];
    if (Date.now() > deadline) return lying.map(([what, count]) => ({ promise: "nothing is left lying", detail: `${count} ${what}` }));
    await wait(POLL_MS);
  }
}

/** Exactly one row, of the very bytes that were sent, that points to the call which the sender was told of. */
async function checkDeliveries(sql: Sql, acknowledged: Acknowledged[]): Promise<BrokenPromise[]> {
  const rows = await sql<{ receipt: string; kept: number }[]>`
    select told.receipt, count(kept.id)::int as kept
    from unnest(${acknowledged.map((one) => one.receiptId)}::uuid[], ${acknowledged.map((one) => one.callId)}::uuid[],
      ${acknowledged.map((one) => one.bodySha256)}::text[]) as told (receipt, call, body)
    left join deliveries as kept on kept.id = told.receipt and kept.call_id = told.call and encode(kept.raw_sha256, 'hex') = told.body
    group by told.receipt having count(kept.id) <> 1`;
  return rows.map(({ receipt, kept }) => ({
    promise: "each acknowledged delivery is kept once",
    detail: `delivery ${receipt} is there ${kept} times as it was sent and answered`,
  }));
}

/** However often and wherever a call was told of, the sender heard of one call. */
function checkCalls(acknowledged: Acknowledged[]): BrokenPromise[] {
  const callIds = new Map<number, Set<string>>();
  for (const { number, callId } of acknowledged) callIds.set(number, (callIds.get(number) ?? new Set()).add(callId));
  return [...callIds]
    .filter(([, ids]) => ids.size !== 1)
    .map(([number, ids]) => ({ promise: "each call is one call", detail: `recorded call ${number} became ${[...ids].join(" and ")}` }));
}

async function checkTasks(sql: Sql, acknowledged: Acknowledged[], host: RecordingHost): Promise<BrokenPromise[]> {
  const calls = new Map(acknowledged.map((one) => [one.callId, one]));
  const rows = await sql<{ callId: string; taskCount: number; sha256: string | null; operator: string | null; state: string }[]>`
    select told.call as "callId", count(tasks.id)::int as "taskCount", min(recordings.sha256) as sha256, min(operators.name) as operator,
      coalesce(min(calls.recording_status::text || coalesce(': ' || calls.recording_failure, '')), 'gone') as state
    from unnest(${[...calls.keys()]}::uuid[]) as told (call)
    left join calls on calls.id = told.call left join tasks on tasks.call_id = told.call
    left join recordings on recordings.id = tasks.recording_id left join operators on operators.id = tasks.operator_id
    group by told.call`;
  return rows.flatMap(({ callId, taskCount, sha256, operator, state }): BrokenPromise[] => {
    const sent = calls.get(callId);
    const problems = [
      ...(taskCount === 1 ? [] : [`has ${taskCount} tasks, its recording is ${state}`]),
      ...(taskCount === 1 && sha256 !== host.served.get(host.urlOf(sent?.number ?? -1))
        ? [`has a recording that was not served: ${sha256}`]
        : []),
      ...(taskCount === 1 && !isSameName(operator ?? "", sent?.operator ?? "") ? [`has operator ${operator} for ${sent?.operator}`] : []),
    ];
    return problems.map((problem) => ({
      promise: "each acknowledged call is one task with its recording",
      detail: `recorded call ${sent?.number} (${callId}) ${problem}`,
    }));
  });
}

async function checkOperators(sql: Sql, acknowledged: Acknowledged[]): Promise<BrokenPromise[]> {
  const operators = await sql<{ name: string }[]>`select name from operators`;
  const names = [...new Set(acknowledged.map(({ operator }) => operator))];
  const alike = names.map((name) => operators.filter((operator) => isSameName(operator.name, name)).map((operator) => operator.name));
  return alike
    .filter((found) => found.length > 1)
    .map((found) => ({ promise: "each name is one operator", detail: `there are the operators ${found.join(", ")}` }));
}

/** As people compare names: without case, accents and repeated spaces. */
function isSameName(one: string, other: string): boolean {
  const tidy = (name: string) => name.trim().replace(/\s+/g, " ");
  return NAMES.compare(tidy(one), tidy(other)) === 0;
}

const NAMES = new Intl.Collator("en", { sensitivity: "base" });
