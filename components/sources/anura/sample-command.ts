import { fromDate, toCalendarDateTime } from "@internationalized/date";

/** Stands where the reader's own key goes: a key is shown once, and cannot be shown here. */
export const API_KEY_PLACEHOLDER = "YOUR_API_KEY";

type AnuraSampleCommandInput = { url: string; campaignId: number; timeZone: string; now: Date };

/**
 * A curl line that announces a call as Anura would, to be run in a shell as it is but for the key. The call has no recording, so it proves
 * key, body and campaign without leaving a task behind; run again within the hour, it is the same call.
 */
export function anuraSampleCommand({ url, campaignId, timeZone, now }: AnuraSampleCommandInput): string {
  const body = {
    dialtime: startOfHour(now, timeZone),
    direction: "inbound",
    calling: "1140001234",
    called: "08001234567",
    status: "ANSWERED",
    duration: "42",
    billseconds: "35",
    wasrecorded: "false",
    audio_file_mp3: "",
    accountname: "",
    accountextension: "201",
    queueagentname: "Sample Operator",
    answerterminal: "",
    campaign_id: campaignId,
    hooktrigger: "END",
  };
  const headers = [`X-API-Key: ${API_KEY_PLACEHOLDER}`, "Content-Type: application/json"].map((header) => `-H '${header}'`).join(" ");
  return `curl -i -X POST '${url}' ${headers} -d '${JSON.stringify(body)}'`;
}

function startOfHour(now: Date, timeZone: string): string {
  const local = toCalendarDateTime(fromDate(now, timeZone)).set({ minute: 0, second: 0, millisecond: 0 });
  return local.toString().replace("T", " ");
}
