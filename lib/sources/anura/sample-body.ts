import { fromDate, toCalendarDateTime } from "@internationalized/date";

type AnuraSampleInput = {
  campaignId: number;
  /** The zone that the campaign's times without an offset are read in. */
  timeZone: string;
  startedAt: Date;
  /** Null for a call that was not recorded. */
  recording: { url: string; seconds: number } | null;
  /** The call's id; without one, Anura's template leaves it out. */
  callName?: string;
};

/** The body of a call that ended, as Anura's template brings it: every value is text but for the campaign's number. */
export function anuraSampleBody({ campaignId, timeZone, startedAt, recording, callName }: AnuraSampleInput): Record<string, unknown> {
  const seconds = recording?.seconds ?? 35;
  return {
    dialtime: localTime(startedAt, timeZone),
    direction: "inbound",
    calling: "1140001234",
    called: "08001234567",
    status: "ANSWERED",
    duration: String(seconds + 7),
    billseconds: String(seconds),
    wasrecorded: recording === null ? "false" : "true",
    audio_file_mp3: recording?.url ?? "",
    accountname: "",
    accountextension: "201",
    queueagentname: "Sample Operator",
    answerterminal: "",
    campaign_id: campaignId,
    ...(callName === undefined ? {} : { cdrid: callName }),
    hooktrigger: "END",
  };
}

/** The wall clock of the campaign's zone, `YYYY-MM-DD HH:MM:SS`. */
function localTime(at: Date, timeZone: string): string {
  return toCalendarDateTime(fromDate(at, timeZone)).set({ millisecond: 0 }).toString().replace("T", " ");
}
