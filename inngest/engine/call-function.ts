import type { Call } from "./calls";
import { callId } from "./calls";
import type { CallResponse } from "./read-response";
import { signedRequest } from "./signed-request";

/** Calls the function once, as Inngest would: signed, with its events and the results of its steps so far. Rejects when no answer comes in time. */
export async function callFunction({ engine, job, state }: Call): Promise<CallResponse> {
  const definition = engine.functions.get(job.functionId);
  const request = signedRequest({
    method: "POST",
    search: `?fnId=${encodeURIComponent(job.functionId)}&stepId=${job.stepId}`,
    signingKey: engine.signingKey,
    headers: { "x-inngest-req-version": "2" },
    body: {
      version: 2,
      event: state.events[0],
      events: state.events,
      steps: state.memos,
      use_api: false,
      ctx: {
        run_id: job.runId,
        // fn_id and qi_id let the SDK save steps on the way instead of answering after each.
        fn_id: job.functionId,
        qi_id: callId(job),
        attempt: job.attempt,
        max_attempts: definition?.maxAttempts ?? 1,
        // With steps under way elsewhere, a step found now must be planned, or two calls could run it.
        disable_immediate_execution: state.awaited.length > 0,
        use_api: false,
        stack: { stack: state.stack, current: state.stack.length },
      },
    },
  });
  const response = await withinTime(engine.handler(request), engine.settings.callTimeoutMs);
  return {
    status: response.status,
    noRetry: response.headers.get("x-inngest-no-retry"),
    retryAfter: response.headers.get("retry-after"),
    body: await response.text(),
  };
}

async function withinTime(response: Promise<Response>, timeoutMs: number): Promise<Response> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`The function did not answer within ${timeoutMs / 1_000} s.`)), timeoutMs);
    timer.unref();
  });
  return Promise.race([response, late]).finally(() => clearTimeout(timer));
}
