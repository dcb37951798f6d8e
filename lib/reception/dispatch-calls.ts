import { sqlClient } from "@/db/client";

/** A call on its way to the engine. `dispatchCount` makes each handing-on a new event, so that the engine does not swallow it as seen. */
export type DispatchedCall = { callId: string; host: string; dispatchCount: number };

type DispatchCallsInput = { limit: number; send: (calls: DispatchedCall[]) => Promise<void> };
type ClaimedCall = { callId: string; recordingUrl: string; dispatchCount: number };

/**
 * Hands calls that are ready and that nobody has handed on to `send`, oldest first, and returns how many there were. When `send` fails
 * nothing has happened: the calls are still there. When the process dies after `send`, they are sent again under the same names.
 */
export async function dispatchCalls({ limit, send }: DispatchCallsInput): Promise<number> {
  return sqlClient.begin(async (transaction) => {
    const calls = await transaction<ClaimedCall[]>`
      update calls set dispatched_at = now(), dispatch_count = dispatch_count + 1
      where id in (
        select id from calls where recording_status = 'pending' and dispatched_at is null order by id limit ${limit} for update skip locked
      )
      returning id as "callId", recording_url as "recordingUrl", dispatch_count as "dispatchCount"`;
    if (calls.length > 0) await send(calls.map(({ recordingUrl, ...call }) => ({ ...call, host: hostOf(recordingUrl) })));
    return calls.length;
  });
}

/** What the limit on simultaneous downloads counts by; an address that is no address fails later, in words. */
function hostOf(url: string): string {
  return URL.parse(url)?.host ?? "";
}
