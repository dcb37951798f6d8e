import type { Server } from "node:http";
import { sqlClient } from "@/db/client";
import { mapExternalCampaign } from "@/lib/connections/map-external-campaign";
import { ariaSampleBody } from "@/lib/sources/aria/sample-body";
import { DEMO_RECORDINGS, readRecording } from "../recordings";
import type { PayPerCall } from "./make-connections";
import { OPERATORS } from "./people-and-campaigns";
import { waitUntilTakenIn } from "./wait-until-taken-in";

const CALLS = 24;
const TIME_ZONE = "America/New_York";
/** Mapped, and not yet. */
const CAMPAIGNS = [
  { id: "CA-1042", name: "Solar Florida, exclusive" },
  { id: "CA-1057", name: "Solar Texas, shared" },
  { id: "CA-2210", name: "Roof repair, nationwide" },
] as const;
const PUBLISHERS = ["Brightside Media", "Leadwell", "North Star Ads"] as const;

type SendPayPerCallInput = PayPerCall & { server: Server; recordingOrigin: string; webhookUrl: string; now: Date };

/** Sends the calls of the day as a pay-per-call platform does, each with its outcome, every fourth with a recording; one body is wrong. */
export async function sendPayPerCall(input: SendPayPerCallInput): Promise<void> {
  const { server, recordingOrigin, webhookUrl, now, campaignId, connectionId, key } = input;
  server.on("request", async (request, response) => {
    const place = Number(/^\/pay-per-call\/(\d+)$/.exec(request.url ?? "")?.[1] ?? Number.NaN);
    if (!Number.isNaN(place)) response.writeHead(200).end(await readRecording(recordingAt(place)));
  });
  const post = (body: Record<string, unknown>) =>
    fetch(webhookUrl, { method: "POST", headers: { "Content-Type": "application/json" }, body: JSON.stringify(body, null, 2) });
  for (let index = 0; index < CALLS; index++) {
    const recording = recordingAt(index);
    const isRecorded = index % 4 === 3;
    const hasConverted = index % 3 === 0;
    const campaign = CAMPAIGNS[index % 7 === 2 ? 2 : index % 2];
    const body = ariaSampleBody({
      ...{ apiKey: key, connectionId, timeZone: TIME_ZONE, callName: `RGB${String(48_211 + index * 17)}` },
      startedAt: new Date(now.getTime() - (CALLS - index) * 11 * 60_000),
      recording: { url: isRecorded ? `${recordingOrigin}/pay-per-call/${index}` : "", seconds: recording.seconds },
    });
    const outcome = hasConverted ? {} : { converted: "False", revenue: "", affiliate_payout: "", sale_amount: null };
    await post({
      ...body,
      ...outcome,
      ...{
        campaign_id: campaign?.id,
        campaign_name: campaign?.name,
        publisher_name: PUBLISHERS[index % 3],
        target_name: OPERATORS[index % 5],
      },
      ...{ buyer_name: "Sunrise Energy", caller_id: `+1305555${String(1_200 + index * 37)}`, zip_code: index % 5 === 0 ? "" : "33101" },
      ...{
        vertical: "Solar",
        sale_count: null,
        client_lead_id: null,
        branch_name: "",
        data_source: "",
        subsource: index % 2 ? "search" : "",
      },
    });
    if (index === CALLS - 2) await post({ ...body, call_instance_id: "RGB48900", call_date: "20/11/2026 12:58" });
  }
  await waitUntilTakenIn();
  const [connection] = await sqlClient<{ id: string }[]>`select id from connections where public_id = ${connectionId}`;
  await mapExternalCampaign({ actor: "system", id: connection?.id ?? "", externalId: CAMPAIGNS[0].id, campaignId });
  await mapExternalCampaign({ actor: "system", id: connection?.id ?? "", externalId: CAMPAIGNS[1].id, campaignId });
}

function recordingAt(index: number) {
  return DEMO_RECORDINGS[index % DEMO_RECORDINGS.length] ?? DEMO_RECORDINGS[0];
}
