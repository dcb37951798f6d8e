import type { Server } from "node:http";
import { setTimeout as wait } from "node:timers/promises";
import { eventBody } from "./event-body";
import { readRecording } from "./recordings";
import { type DemoCall, demoCall } from "./script-of-calls";

const FIRST_CALLS = 6;
const FIRST_GAP_MS = 700;
const GAP_MS = 5_000;
/** Longer than the first attempts of the application, so that one sees it try again. */
const LATE_RECORDING_MS = 12_000;

type Pbx = {
  server: Server;
  webhookUrl: string;
  apiKey: string;
  campaignIds: Record<DemoCall["campaign"], number>;
  timeZone: string;
  /** Hears in one line what happened. */
  say: (line: string) => void;
};

/**
 * A simulated telephone system: ends a call every few seconds, tells the webhook as Anura does, and serves the recordings, some of them
 * later than it says. Resolves when the signal aborts.
 */
export async function runPbx({ signal, ...pbx }: Pbx & { signal: AbortSignal }): Promise<void> {
  const served = new Map<string, { call: DemoCall; from: number }>();
  serveRecordings(pbx.server, served);
  for (let index = 0; !signal.aborted; index += 1) {
    const call = demoCall(index);
    const from = Date.now() + (call.course === "late recording" ? LATE_RECORDING_MS : 0);
    served.set(`/recordings/${call.id}`, { call, from });
    playCall({ pbx, call, signal }).catch(
      (error: Error) => signal.aborted || pbx.say(`The webhook could not be reached: ${error.message}`),
    );
    await pause(index < FIRST_CALLS ? FIRST_GAP_MS : GAP_MS, signal);
  }
}

function serveRecordings(server: Server, served: Map<string, { call: DemoCall; from: number }>): void {
  server.on("request", async (request, response) => {
    const found = served.get(request.url ?? "");
    if (!found || Date.now() < found.from) return response.writeHead(404).end();
    const bytes = await readRecording(found.call.recording);
    const type = found.call.recording.file.endsWith(".wav") ? "audio/wav" : "audio/mpeg";
    response.writeHead(200, { "Content-Type": type, "Content-Length": bytes.length }).end(bytes);
  });
}

type PlayInput = { pbx: Pbx; call: DemoCall; signal: AbortSignal };

async function playCall({ pbx, call, signal }: PlayInput): Promise<void> {
  const address = pbx.server.address();
  const url = address !== null && typeof address === "object" ? `http://127.0.0.1:${address.port}/recordings/${call.id}` : "";
  const send = (trigger: "START" | "END" | "RECORDING", recordingUrl = url) => sendEvent({ pbx, call, trigger, recordingUrl });
  const isAnnounced = call.course !== "start after end";
  if (isAnnounced) await send("START", "");
  await pause(800, signal);
  const answer = await send("END", call.course === "recording sent later" ? "" : url);
  pbx.say(`${call.direction === "inbound" ? "←" : "→"} ${call.customer}, ${call.operator}: ${call.course}, ${answer}`);
  if (call.course === "repeated") await Promise.all([send("END"), send("END")]);
  if (!isAnnounced) await send("START", "");
  if (call.course !== "recording sent later") return;
  await pause(LATE_RECORDING_MS, signal);
  if (!signal.aborted) await send("RECORDING");
}

async function sendEvent({
  pbx,
  call,
  trigger,
  recordingUrl,
}: Omit<PlayInput, "signal"> & { trigger: string; recordingUrl: string }): Promise<string> {
  const { apiKey, campaignIds, timeZone } = pbx;
  const response = await fetch(pbx.webhookUrl, {
    method: "POST",
    headers: { "Content-Type": "application/json", "X-API-Key": apiKey },
    body: JSON.stringify(eventBody({ call, trigger, recordingUrl, campaignId: campaignIds[call.campaign], timeZone })),
    redirect: "manual",
  });
  const text = await response.text();
  return response.ok ? (/"status":"(\w+)"/.exec(text)?.[1] ?? text) : `${response.status} ${text}`;
}

async function pause(ms: number, signal: AbortSignal): Promise<void> {
  await wait(ms, undefined, { signal }).catch(() => undefined);
}
