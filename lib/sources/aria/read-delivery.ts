import type { DeliveryProblem } from "@/db/schema";
import type { LocalTimeReading } from "@/lib/calls/instant-of-local-time";
import { normalizePhoneNumber } from "@/lib/calls/normalize-phone-number";
import { type ConnectionFacts, findConnectionFacts } from "@/lib/connections/find-connection-facts";
import { decodeBody } from "@/lib/reception/body/decode-body";
import { describeSent } from "@/lib/reception/body/describe-sent";
import { CAMPAIGN_TO_BE_MADE, type CallIdentity, type DeliveryReading, type ReceivedCall } from "@/lib/reception/delivery-reading";
import { callFactsOf } from "@/lib/reception/merge-outcome";
import { refuseCampaign } from "../campaign-refusal";
import type { ReadDeliveryInput } from "../delivery-readers";
import { hashParts, shortenId } from "../identity-parts";
import { readRecordingUrl } from "../recording-url";
import { refuseFields } from "../refuse-fields";
import { warnOfLocalTime } from "../warn-of-local-time";
import { warnOfVariables } from "../warn-of-variables";
import { ACCEPTED_CALL_DATES, readCallDate } from "./call-date";
import { chooseCampaign } from "./choose-campaign";
import { type AriaPayload, readAriaPayload } from "./payload";
import { rankDelivery } from "./rank";
import { RECORDING_CUT, repairQuery } from "./repair-query";

/**
 * What one request of a pay-per-call platform says of a call and its outcome. Its credentials are no matter here: who may send was asked at the
 * door. Fields are judged before the campaign; a campaign that a delivery is the first to name is made unless it is a preview.
 */
export async function readAriaDelivery(input: ReadDeliveryInput): Promise<DeliveryReading> {
  const { raw, contentType, findCampaign, campaignId: givenCampaignId, defaultTimeZone, isPreview } = input;
  const body = decodeBody({ raw, contentType });
  if (body.outcome === "refused") return { eventKind: "", campaignId: null, callKey: null, warnings: [], problems: [], ...body };
  const { fields, warnings } = repairQuery({ raw, contentType, fields: body.fields });
  const payload = readAriaPayload(fields);
  const connection = payload.connectionId === "" ? null : await findConnectionFacts(payload.connectionId);
  const head = { eventKind: "", campaignId: connection?.defaultCampaignId ?? null, callKey: null };
  if (connection === null) return { ...head, warnings: body.warnings, ...refuseConnection(payload) };
  const timeZone = connection.timeZone ?? defaultTimeZone;
  const time = readCallDate({ text: payload.callDate, timeZone });
  const event = payload.eventDate === "" ? null : readCallDate({ text: payload.eventDate, timeZone });
  const isCut = warnings.some(({ code }) => code === RECORDING_CUT);
  const recordingUrl = isCut ? null : readRecordingUrl(payload.recording);
  const seen = [
    ...body.warnings,
    ...warnOfVariables(fields),
    ...warnings,
    ...payload.warnings,
    ...warnOfLocalTime("call_date", time),
    ...warnOfEvent(payload, event),
    ...(isCut ? [] : warnOfRecording(payload, recordingUrl)),
  ];
  const identity = identify(payload, connection);
  const named = { ...head, callKey: identity && hashParts(["aria", "id", connection.publicId, identity.externalId]), warnings: seen };
  const problems = listProblems(payload, time);
  if (problems.length > 0 || time === null || identity === null) return { ...named, ...refuseFields(problems) };
  const { externalCampaignId: externalId, externalCampaignName: externalName } = payload.outcome;
  const chosen =
    givenCampaignId === undefined
      ? await chooseCampaign({ connection, externalId, externalName, isPreview })
      : { campaignId: givenCampaignId, warnings: [] };
  const { campaignId } = chosen;
  if (campaignId === null) return { ...named, ...refuseWithoutCampaign(connection) };
  const placed = { ...named, campaignId: campaignId === CAMPAIGN_TO_BE_MADE ? null : campaignId, warnings: [...seen, ...chosen.warnings] };
  const campaign = campaignId === CAMPAIGN_TO_BE_MADE ? null : await findCampaign(campaignId);
  const refusal =
    campaignId === CAMPAIGN_TO_BE_MADE ? null : refuseCampaign({ source: "aria", path: "campaign_id", campaignId, campaign, problems: [] });
  if (refusal) return { ...placed, ...refusal };
  return { ...placed, outcome: "call", call: toCall({ payload, connection, identity, campaignId, time, event, recordingUrl }) };
}

type CallInput = {
  payload: AriaPayload;
  connection: ConnectionFacts;
  identity: CallIdentity;
  campaignId: number;
  time: LocalTimeReading;
  event: LocalTimeReading | null;
  recordingUrl: string | null;
};

function toCall({ payload, connection, identity, campaignId, time, event, recordingUrl }: CallInput): ReceivedCall {
  const { calling, called, outcome: values } = payload;
  const call = { startedAt: time.at, calling, called, recordingUrl };
  return {
    ...call,
    ...callFactsOf(values),
    source: "aria",
    campaignId,
    identity,
    // Somebody calls the number of a publisher.
    direction: "inbound",
    callingNormalized: normalizeUnlessMasked(calling),
    calledNormalized: normalizeUnlessMasked(called),
    disposition: "",
    extension: "",
    isEnded: true,
    hasRecording: recordingUrl !== null,
    outcome: { connectionId: connection.id, values, rank: rankDelivery({ ...call, values, eventAt: event?.at ?? time.at }) },
  };
}

function identify({ callInstanceId }: AriaPayload, { publicId }: ConnectionFacts): Extract<CallIdentity, { kind: "id" }> | null {
  return callInstanceId === "" ? null : { kind: "id", externalId: shortenId(callInstanceId), scope: publicId };
}

/** Digits that stand for a masked caller, such as 0000000000, are no number by which a call could be found. */
function normalizeUnlessMasked(text: string): string {
  const digits = normalizePhoneNumber(text);
  return /^\+?(\d)\1{5,}$/.test(digits) ? "" : digits;
}

function listProblems({ callInstanceId, callDate }: AriaPayload, time: LocalTimeReading | null): DeliveryProblem[] {
  const problems: DeliveryProblem[] = [];
  if (callInstanceId === "") problems.push(missing("call_instance_id"));
  if (callDate === "") problems.push(missing("call_date"));
  else if (time === null) {
    const message = `call_date was sent as ${describeSent(callDate)}; accepted is ${ACCEPTED_CALL_DATES}.`;
    problems.push({ path: "call_date", code: "malformed", message });
  }
  return problems;
}

function missing(path: string): DeliveryProblem {
  return { path, code: "missing", message: `${path} needs a value, but there is none.` };
}

function warnOfEvent({ eventDate }: AriaPayload, event: LocalTimeReading | null): DeliveryProblem[] {
  if (eventDate === "" || event !== null) return warnOfLocalTime("event_date", event);
  const message = `event_date was sent as ${describeSent(eventDate)}; accepted is ${ACCEPTED_CALL_DATES}. It counts as empty.`;
  return [{ path: "event_date", code: "unreadable_value", message }];
}

function warnOfRecording({ recording }: AriaPayload, url: string | null): DeliveryProblem[] {
  if (recording === "" || url !== null) return [];
  const message = `recording was sent as ${describeSent(recording)}; accepted is an http or https address. It counts as empty.`;
  return [{ path: "recording", code: "unreadable_value", message }];
}

function refuseConnection({ connectionId }: AriaPayload) {
  const message = connectionId === "" ? "connection_id is not in the body." : `There is no connection ${describeSent(connectionId)}.`;
  const problems = [{ path: "connection_id", code: "unknown_connection", message }];
  return { outcome: "refused", status: 422, code: "unknown_connection", message, problems } as const;
}

function refuseWithoutCampaign({ publicId }: ConnectionFacts) {
  const message = `The connection ${publicId} has no default campaign, and the campaign that the call names is not mapped to one.`;
  const problems = [{ path: "campaign_id", code: "unknown_campaign", message }];
  return { outcome: "refused", status: 422, code: "unknown_campaign", message, problems } as const;
}
