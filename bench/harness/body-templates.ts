import { ariaSampleBody } from "@/lib/sources/aria/sample-body";

type AnuraTemplateInput = { campaignId: number; recordingUrl: string; operator?: string };

/** A body as Anura sends it, with `{id}` for what tells one call from another. Fields beside the fourteen are there as administrators leave them in. */
export function anuraTemplate({ campaignId, recordingUrl, operator = "María López" }: AnuraTemplateInput): string {
  return JSON.stringify({
    hooktrigger: "END",
    cdrid: "bench-{id}",
    dialtime: "2026-11-20 12:00:00",
    direction: "inbound",
    calling: "+5491167950079",
    called: "08001234567",
    status: "ANSWERED",
    duration: "68",
    billseconds: "65",
    wasrecorded: "true",
    audio_file_mp3: recordingUrl,
    accountname: "",
    accountextension: "201",
    queueagentname: operator,
    answerterminal: "ras_201",
    campaign_id: campaignId,
    accounttags: "ventas, norte",
  });
}

/** All 36 fields of a pay-per-call platform, with `{id}` for what tells one call from another. */
export function ariaTemplate({
  apiKey,
  connectionId,
  recordingUrl,
}: {
  apiKey: string;
  connectionId: string;
  recordingUrl: string;
}): string {
  const startedAt = new Date("2026-11-20T17:00:00Z");
  const recording = { url: recordingUrl, seconds: 65 };
  return JSON.stringify(
    ariaSampleBody({ apiKey, connectionId, timeZone: "America/New_York", startedAt, callName: "bench-{id}", recording }),
  );
}
