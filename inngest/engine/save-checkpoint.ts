import { z } from "zod";
import { callContext } from "./call-context";
import { calls } from "./calls";
import { failUnwritable } from "./fail-unwritable";
import { operation } from "./read-operation";
import { readCheckpoint } from "./read-response";

const checkpoint = z.object({ qi_id: z.string(), steps: z.array(operation) });

/**
 * Saves the steps that a function has done so far, while it goes on. 409 tells the SDK to stop: the lease is lost, the run is over, or this
 * process is stopping and another will go on from here.
 */
export async function saveCheckpoint(body: unknown): Promise<Response> {
  const parsed = checkpoint.safeParse(body);
  if (!parsed.success) return Response.json({ error: "This is not a checkpoint as the SDK sends it." }, { status: 400 });
  const call = calls.get(parsed.data.qi_id);
  if (!call) return stop();
  const outcome = readCheckpoint(callContext(call), parsed.data.steps);
  const applied = await call.engine.apply(outcome).catch((error: unknown) => failUnwritable(call, error));
  if (!applied || applied.kind === "lost" || outcome.next.kind === "finish") return stop();
  call.state = { ...call.state, stack: [...call.state.stack, ...outcome.done.map((step) => step.id)] };
  if (!call.engine.isStopping) return Response.json({});
  call.isYielded = true;
  return stop();
}

function stop(): Response {
  return Response.json({ error: "This call is not the run's any more." }, { status: 409 });
}
