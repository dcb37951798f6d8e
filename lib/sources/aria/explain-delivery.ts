import { findConnectionFacts } from "@/lib/connections/find-connection-facts";
import { decodeBody } from "@/lib/reception/body/decode-body";
import type { FieldExplanation, MadeValue } from "@/lib/reception/field-explanation";
import type { ReadDeliveryInput } from "../delivery-readers";
import { explainFields, madeText } from "../explain-fields";
import { readRecordingUrl } from "../recording-url";
import { readCallDate } from "./call-date";
import { ARIA_FIELDS, ARIA_OPTIONAL_FIELDS, type AriaFieldName, type AriaOptionalFieldName } from "./fields";
import { type AriaPayload, readAriaPayload } from "./payload";
import { readAriaDelivery } from "./read-delivery";
import { repairQuery } from "./repair-query";

/** What each field of a delivery says and what we make of it, in the order of the guide. Empty for a body that can't be taken apart. */
export async function explainAriaDelivery(input: ReadDeliveryInput): Promise<FieldExplanation[]> {
  const { raw, contentType, defaultTimeZone } = input;
  const body = decodeBody({ raw, contentType });
  if (body.outcome === "refused") return [];
  const { fields } = repairQuery({ raw, contentType, fields: body.fields });
  const payload = readAriaPayload(fields);
  const connection = await findConnectionFacts(payload.connectionId);
  const reading = await readAriaDelivery({ ...input, isPreview: true });
  return explainFields({
    body,
    known: [...ARIA_FIELDS, ...ARIA_OPTIONAL_FIELDS].map(({ name }) => name),
    made: madeOf(payload, { timeZone: connection?.timeZone ?? defaultTimeZone, campaignId: reading.campaignId }),
    problems: reading.outcome === "refused" ? reading.problems : [],
    warnings: reading.warnings,
  });
}

type FieldName = AriaFieldName | AriaOptionalFieldName;

function madeOf(payload: AriaPayload, { timeZone, campaignId }: { timeZone: string; campaignId: number | null }) {
  const { outcome } = payload;
  const date = readCallDate({ text: payload.callDate, timeZone });
  const event = readCallDate({ text: payload.eventDate, timeZone });
  return {
    // Never kept.
    api_key: null,
    connection_id: madeText(payload.connectionId),
    call_instance_id: madeText(payload.callInstanceId),
    buyer_name: madeText(outcome.buyerName),
    client_id: madeText(outcome.clientId),
    call_date: date && { kind: "instant", at: date.at },
    caller_id: madeText(payload.calling),
    campaign_id: campaignId === null ? madeText(outcome.externalCampaignId) : { kind: "campaign", campaignId },
    campaign_name: madeText(outcome.externalCampaignName),
    campaign_tracking_id: madeText(outcome.campaignTrackingId),
    connected_call_length: seconds(outcome.connectedSeconds),
    converted: flag(outcome.converted),
    duration: seconds(outcome.durationSeconds),
    end_call_source: madeText(outcome.endedBy ?? ""),
    inbound_number_state: madeText(outcome.state),
    is_duplicate: flag(outcome.isDuplicate),
    cost: madeText(outcome.cost ?? ""),
    publisher_sub_id: madeText(outcome.publisherSubId),
    publisher_name: madeText(outcome.publisherName),
    recording: madeText(readRecordingUrl(payload.recording) ?? ""),
    referrer_url: madeText(outcome.referrerUrl),
    revenue: madeText(outcome.revenue ?? ""),
    subsource: madeText(outcome.subsource),
    target_did: madeText(payload.called),
    target_name: madeText(outcome.targetName),
    target_sub_id: madeText(outcome.targetSubId),
    time_to_call: seconds(outcome.secondsToCall),
    time_to_connect: seconds(outcome.secondsToConnect),
    zip_code: madeText(outcome.zipCode),
    data_source: madeText(outcome.dataSource),
    vertical: madeText(outcome.vertical),
    sale_amount: madeText(outcome.saleAmount ?? ""),
    sale_count: madeText(outcome.saleCount ?? ""),
    client_lead_id: madeText(outcome.clientLeadId),
    branch_name: madeText(outcome.branchName),
    affiliate_payout: madeText(outcome.payout ?? ""),
    event_date: event && { kind: "instant", at: event.at },
  } satisfies Record<FieldName, MadeValue | null>;
}

function seconds(value: number | null): MadeValue | null {
  return value === null ? null : { kind: "seconds", seconds: value };
}

function flag(value: boolean | null): MadeValue | null {
  return value === null ? null : { kind: "truth", isTrue: value };
}
