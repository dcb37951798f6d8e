import type { DemoCall } from "./script-of-calls";

type EventBodyInput = { call: DemoCall; trigger: string; recordingUrl: string; campaignId: number; timeZone: string };

/** One event of a call in the words of Anura's template. Every value is text, as its variables come out, but for the campaign's number. */
export function eventBody({ call, trigger, recordingUrl, campaignId, timeZone }: EventBodyInput) {
  const isInbound = call.direction === "inbound";
  const isRecorded = call.course !== "not recorded" && trigger !== "START";
  const operator = call.course === "extension only" ? "" : call.operator;
  const seconds = trigger === "START" ? 0 : call.recording.seconds;
  return {
    dialtime: localTime(call.startedAt, timeZone),
    direction: call.direction,
    calling: isInbound ? call.customer : call.extension,
    called: isInbound ? "08001234567" : call.customer,
    status: trigger === "START" ? "RINGING" : "ANSWERED",
    duration: String(seconds === 0 ? 0 : seconds + 4),
    billseconds: String(seconds),
    wasrecorded: isRecorded ? "true" : "false",
    audio_file_mp3: isRecorded ? recordingUrl : "",
    accountname: isInbound ? "" : operator,
    accountextension: call.extension,
    queueagentname: isInbound ? operator : "",
    answerterminal: isInbound ? `ras_${call.extension}` : "",
    campaign_id: campaignId,
    cdrid: call.id,
    hooktrigger: trigger,
  };
}

/** As a PBX writes it: the wall clock of its time zone, `YYYY-MM-DD HH:MM:SS`. */
function localTime(at: Date, timeZone: string): string {
  return new Intl.DateTimeFormat("sv-SE", { timeZone, dateStyle: "short", timeStyle: "medium" }).format(at);
}
