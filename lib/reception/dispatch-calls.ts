import { sqlClient } from "@/db/client";

/** A call on its way to the engine. `dispatchCount` makes each handing-on a new event, so that the engine does not swallow it as seen. */
export type DispatchedCall = { callId: string; host: string; dispatchCount: number };

type DispatchCallsInput = { limit: number; send: (calls: DispatchedCall[]) => Promise<void> };
type ClaimedCall = { callId: string; recordingUrl: string; dispatchCount: number };

/**
 * Hands calls that are ready and that nobody has handed on to `send`, oldest first, and returns how many there were. Holds no lock while
 * `send` works: a delivery of the same call must not wait for the engine. When `send` fails the calls are given back, to go out under the
 * same names; when the process dies before it, the sweep finds them.
 */
export async function dispatchCalls({ limit, send }: DispatchCallsInput): Promise<number> {
  const calls = await sqlClient<ClaimedCall[]>`
    update calls set dispatched_at = now(), dispatch_count = dispatch_count + 1
    where id in (
      select id from calls where recording_status = 'pending' and dispatched_at is null order by id limit ${limit} for update skip locked
    )
    returning id as "callId", recording_url as "recordingUrl", dispatch_count as "dispatchCount"`;
  if (calls.length === 0) return 0;
  try {
    await send(calls.map(({ recordingUrl, ...call }) => ({ ...call, host: hostOf(recordingUrl) })));
  } catch (error) {
    await giveBack(calls.map(({ callId }) => callId));
    throw error;
  }
  return calls.length;
}

async function giveBack(callIds: string[]): Promise<void> {
  await sqlClient`
    update calls set dispatched_at = null, dispatch_count = dispatch_count - 1
    where id = any(${callIds}::uuid[]) and recording_status = 'pending' and dispatched_at is not null`;
}

/** What the limit on simultaneous downloads counts by; an address that is no address fails later, in words. */
function hostOf(url: string): string {
  return URL.parse(url)?.host ?? "";
}
