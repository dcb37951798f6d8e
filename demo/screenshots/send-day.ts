import type { Server } from "node:http";
import { eventBody } from "../event-body";
import { readRecording } from "../recordings";
import { callsOfDay, type DayCall } from "./script-of-day";
import { waitUntilTakenIn } from "./wait-until-taken-in";

type SendDayInput = {
  server: Server;
  recordingOrigin: string;
  webhookUrl: string;
  apiKey: string;
  campaignIds: Record<DayCall["campaign"], number>;
  timeZone: string;
  now: Date;
};

/** Sends the events of the day's calls to the webhook, serves their recordings, and waits until the application is through with them. */
export async function sendDay({ server, recordingOrigin, webhookUrl, apiKey, campaignIds, timeZone, now }: SendDayInput): Promise<void> {
  const calls = callsOfDay(now);
  serveRecordings(server, calls);
  const post = (body: string, key = apiKey) =>
    fetch(webhookUrl, { method: "POST", headers: { "Content-Type": "application/json", "X-API-Key": key }, body });
  for (const call of calls) {
    const recordingUrl = `${recordingOrigin}/recordings/${call.id}.mp3`;
    const bodyOf = (trigger: string) =>
      JSON.stringify(eventBody({ call, trigger, recordingUrl, campaignId: campaignIds[call.campaign], timeZone }), null, 2);
    if (call.course !== "start after end") await post(bodyOf("START"));
    await post(bodyOf("END"));
    if (call.course === "repeated") await post(bodyOf("END"));
    if (call.course === "start after end") await post(bodyOf("START"));
    if (call.course === "ordinary" && call.serving === "later") {
      await post(bodyOf("END").replace(/"campaign_id": \d+/, '"campaign_id": 999'));
      await post(bodyOf("END").replace('"calling"', "calling"));
      await post(bodyOf("END"), "aud_an0therKeyThatNobodyMade");
    }
  }
  await waitUntilTakenIn();
}

function serveRecordings(server: Server, calls: DayCall[]): void {
  server.on("request", async (request, response) => {
    if (!request.url?.startsWith("/recordings/")) return;
    const call = calls.find(({ id }) => request.url === `/recordings/${id}.mp3`);
    if (!call) return response.writeHead(404).end();
    if (call.serving === "gone") return response.writeHead(410).end();
    if (call.serving === "later") return response.writeHead(429, { "Retry-After": "3600" }).end();
    const bytes = await readRecording(call.recording);
    const type = call.recording.file.endsWith(".wav") ? "audio/wav" : "audio/mpeg";
    response.writeHead(200, { "Content-Type": type, "Content-Length": bytes.length }).end(bytes);
  });
}
