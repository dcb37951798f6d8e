import { fromDate, toCalendarDateTime } from "@internationalized/date";
import { anuraSampleBody } from "@/lib/sources/anura/sample-body";

/** Stands where the reader's own key goes: a key is shown once, and cannot be shown here. */
export const API_KEY_PLACEHOLDER = "YOUR_API_KEY";

type AnuraSampleCommandInput = { url: string; campaignId: number; timeZone: string; now: Date };

/**
 * A curl line that announces a call as Anura would, to be run in a shell as it is but for the key. The call has no recording, so it proves
 * key, body and campaign without leaving a task behind; run again within the hour, it is the same call.
 */
export function anuraSampleCommand({ url, campaignId, timeZone, now }: AnuraSampleCommandInput): string {
  const body = anuraSampleBody({ campaignId, timeZone, startedAt: startOfHour(now, timeZone), recording: null });
  const headers = [`X-API-Key: ${API_KEY_PLACEHOLDER}`, "Content-Type: application/json"].map((header) => `-H '${header}'`).join(" ");
  return `curl -i -X POST '${url}' ${headers} -d '${JSON.stringify(body)}'`;
}

function startOfHour(now: Date, timeZone: string): Date {
  return toCalendarDateTime(fromDate(now, timeZone)).set({ minute: 0, second: 0, millisecond: 0 }).toDate(timeZone);
}
