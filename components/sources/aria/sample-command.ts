import { fromDate, toCalendarDateTime } from "@internationalized/date";
import { ariaSampleBody } from "@/lib/sources/aria/sample-body";

/** Stands where the reader's own key goes: a key is shown once, and cannot be shown here. */
export const API_KEY_PLACEHOLDER = "YOUR_API_KEY";

export type AriaSampleInput = {
  connectionId: string;
  /** What the platform's campaign_id must be for the call to come to the campaign; empty where none is needed. */
  externalId: string;
  /** The zone that the connection's times are read in. */
  timeZone: string;
  now: Date;
};

/**
 * A call that converted, as a platform would post it, with a placeholder for the key. It has no recording, so it proves credentials and
 * campaign without leaving a task behind; sent again within the hour, it is the same call.
 */
export function ariaSample({ connectionId, externalId, timeZone, now }: AriaSampleInput): Record<string, unknown> {
  const startedAt = startOfHour(now, timeZone);
  const callName = `sample-${startedAt.toISOString().slice(0, 13)}`;
  const body = ariaSampleBody({ apiKey: API_KEY_PLACEHOLDER, connectionId, timeZone, startedAt, callName, recording: null });
  return { ...body, campaign_id: externalId };
}

/** A curl line that posts the sample, to be run in a shell as it is but for the key. */
export function ariaSampleCommand({ url, ...sample }: AriaSampleInput & { url: string }): string {
  return `curl -i -X POST '${url}' -H 'Content-Type: application/json' -d ${quote(JSON.stringify(ariaSample(sample)))}`;
}

/** For a shell: what the platform calls its campaign is anybody's text. */
function quote(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function startOfHour(now: Date, timeZone: string): Date {
  return toCalendarDateTime(fromDate(now, timeZone)).set({ minute: 0, second: 0, millisecond: 0 }).toDate(timeZone);
}
