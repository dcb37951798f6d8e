import type { DeliveryProblem } from "@/db/schema";
import type { LocalTimeReading } from "@/lib/calls/instant-of-local-time";
import { normalizePhoneNumber } from "@/lib/calls/normalize-phone-number";
import { type BodyFields, decodeBody } from "@/lib/reception/body/decode-body";
import { describeSent } from "@/lib/reception/body/describe-sent";
import type { CallIdentity, CampaignFacts, DeliveryReading, ReceivedCall } from "@/lib/reception/delivery-reading";
import { refuseCampaign } from "../campaign-refusal";
import { readRecordingUrl } from "../recording-url";
import { refuseFields } from "../refuse-fields";
import { warnOfLocalTime } from "../warn-of-local-time";
import { ACCEPTED_CALL_TIMES, readCallTime } from "./call-time";
import { ANURA_FIELDS } from "./fields";
import { anuraCallKey, identifyAnuraCall } from "./identity";
import { listAnuraWarnings } from "./list-warnings";
import { readOperatorName } from "./operator-name";
import { type AnuraPayload, anuraPayload } from "./payload";

export type ReadAnuraDeliveryInput = {
  raw: Buffer;
  contentType: string;
  findCampaign: (id: number) => Promise<CampaignFacts | null> | CampaignFacts | null;
  /** Overrules the campaign that the body names, whatever it says there: somebody pointed the delivery to this one. */
  campaignId?: number | undefined;
  /** Zone of call times that come without an offset, where the campaign has none of its own. */
  defaultTimeZone: string;
};

/**
 * What one request from Anura says, decided by its bytes and its campaign alone: the same bytes always read the same. Throws only what
 * `findCampaign` throws. Fields are judged before the campaign, the campaign before the event.
 */
export async function readAnuraDelivery({
  raw,
  contentType,
  findCampaign,
  campaignId: givenCampaignId,
  defaultTimeZone,
}: ReadAnuraDeliveryInput): Promise<DeliveryReading> {
  const body = decodeBody({ raw, contentType });
  if (body.outcome === "refused") return { eventKind: "", campaignId: null, callKey: null, warnings: [], problems: [], ...body };
  const payload = anuraPayload.parse(givenCampaignId === undefined ? body.fields : { ...body.fields, campaign_id: givenCampaignId });
  const campaignId = payload.campaignId.value;
  const campaign = campaignId === null ? null : await findCampaign(campaignId);
  const time = readCallTime({ text: payload.dialTime.value.trim(), timeZone: campaign?.timeZone ?? defaultTimeZone });
  const identity = identify(payload, time);
  const operator = readOperatorName(payload);
  const head = {
    eventKind: payload.event.value,
    campaignId,
    callKey: identity && anuraCallKey(identity),
    warnings: [...body.warnings, ...listAnuraWarnings(body.fields), ...warnOfLocalTime("dialtime", time), ...operator.warnings],
  };
  const recordingUrl = readRecording(payload);
  const problems = listProblems({ payload, fields: body.fields, time, recordingUrl });
  if (problems.some(({ path, code }) => path !== "campaign_id" || code !== "malformed")) return { ...head, ...refuseFields(problems) };
  const refusal = refuseCampaign({ source: "anura", path: "campaign_id", campaignId, campaign, problems });
  if (refusal) return { ...head, ...refusal };
  const { value: direction } = payload.direction;
  if (campaignId === null || direction === null || time === null || identity === null) return { ...head, ...refuseFields(problems) };
  const event = payload.event.value;
  if (event !== "END" && event !== "RECORDING")
    return { ...head, outcome: "ignored", reason: EARLIER_EVENTS.has(event) ? "not_end" : "unknown_event" };
  const call: ReceivedCall = {
    source: "anura",
    campaignId,
    identity,
    direction,
    startedAt: time.at,
    calling: payload.calling.value,
    called: payload.called.value,
    callingNormalized: normalizePhoneNumber(payload.calling.value),
    calledNormalized: normalizePhoneNumber(payload.called.value),
    disposition: payload.disposition.value.trim(),
    durationSeconds: payload.durationSeconds.value,
    billableSeconds: payload.billableSeconds.value,
    extension: payload.extension.value.trim(),
    operatorName: operator.name,
    isEnded: event === "END",
    hasRecording: payload.hasRecording.value,
    recordingUrl,
  };
  return { ...head, outcome: "call", call };
}

/** Hooks that Anura fires before a call is over (kb.anura.com.ar/es/articles/2579270-webhooks). */
const EARLIER_EVENTS = new Set(["START", "TALK", "ORIGINATE"]);

const FIELD_ORDER: string[] = ANURA_FIELDS.map(({ name }) => name);

function identify(payload: AnuraPayload, time: LocalTimeReading | null): CallIdentity | null {
  const campaignId = payload.campaignId.value;
  const facts = time && campaignId !== null ? { campaignId, startedAt: time.at, ...partiesOf(payload) } : null;
  return identifyAnuraCall({ cdrId: payload.cdrId.value, facts });
}

function partiesOf({ calling, called, extension }: AnuraPayload) {
  return { calling: calling.value.trim(), called: called.value.trim(), extension: extension.value.trim() };
}

/** Null where none is announced or none was given yet; a wrong one is found by listProblems. */
function readRecording({ hasRecording, recordingUrl }: AnuraPayload): string | null {
  return hasRecording.value && recordingUrl.value !== "" ? readRecordingUrl(recordingUrl.value) : null;
}

type Judged = { payload: AnuraPayload; fields: BodyFields; time: LocalTimeReading | null; recordingUrl: string | null };

/** All that refuses the delivery, in the order of the guide. */
function listProblems({ payload, fields, time, recordingUrl }: Judged): DeliveryProblem[] {
  // An address that is not needed is not judged.
  const needsUrl = payload.hasRecording.value && (payload.event.value === "END" || payload.event.value === "RECORDING");
  const problems = payload.problems.filter(({ path, code }) => path !== "audio_file_mp3" || code === "missing" || needsUrl);
  if (time === null && !payload.dialTime.problem) problems.push(malformed("dialtime", fields.dialtime, ACCEPTED_CALL_TIMES));
  if (needsUrl && recordingUrl === null && payload.recordingUrl.value !== "") {
    problems.push(malformed("audio_file_mp3", fields.audio_file_mp3, "an http or https address"));
  }
  return problems.sort((a, b) => orderOf(a.path) - orderOf(b.path));
}

function malformed(path: string, sent: unknown, accepted: string): DeliveryProblem & { code: "malformed" } {
  return { path, code: "malformed", message: `${path} was sent as ${describeSent(sent)}; accepted is ${accepted}.` };
}

function orderOf(path: string): number {
  const index = FIELD_ORDER.indexOf(path);
  return index < 0 ? FIELD_ORDER.length : index;
}
