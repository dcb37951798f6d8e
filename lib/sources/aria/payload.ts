import type { DeliveryProblem } from "@/db/schema";
import type { OutcomeValues } from "@/lib/calls/outcome-values";
import { EXTERNAL_ID_MAX_LENGTH } from "@/lib/connections/connection-input";
import type { BodyFields } from "@/lib/reception/body/decode-body";
import { describeSent } from "@/lib/reception/body/describe-sent";
import { isNoValue } from "../no-value";
import type { AriaFieldName, AriaOptionalFieldName } from "./fields";
import { readAmount, readEnder, readFlag, readInteger, readSeconds, type ValueReading } from "./read-values";

/** Longest text kept of a field that is shown and searched. The raw bytes keep it whole. */
const MAX_TEXT_LENGTH = 256;
const MAX_URL_LENGTH = 8000;

/** A delivery in our words. Blanks are empty texts and null. */
export type AriaPayload = {
  connectionId: string;
  callInstanceId: string;
  callDate: string;
  eventDate: string;
  calling: string;
  called: string;
  recording: string;
  outcome: OutcomeValues;
  /** Values that say nothing to us, with what would be accepted: they count as empty. */
  warnings: DeliveryProblem[];
};

type FieldName = AriaFieldName | AriaOptionalFieldName;

/** Reads every field by its kind. Never fails: what can't be read counts as empty, with a warning. The platform's names stop here. */
export function readAriaPayload(fields: BodyFields): AriaPayload {
  const warnings: DeliveryProblem[] = [];
  const read = <T, None>(path: FieldName, none: None, reader: (text: string) => ValueReading<T>): T | None => {
    const text = textOf(fields[path]);
    if (text === "") return none;
    const reading = text === null ? { refused: "a text or a number" } : reader(text);
    if ("refused" in reading) {
      const message = `${path} was sent as ${describeSent(fields[path])}; accepted is ${reading.refused}. It counts as empty.`;
      warnings.push({ path, code: "unreadable_value", message });
      return none;
    }
    if (reading.remark) warnings.push({ path, code: "value_changed", message: `${path} ${reading.remark}.` });
    return reading.value;
  };
  const text = (path: FieldName, maxLength = MAX_TEXT_LENGTH) => read(path, "", (whole) => cutText(whole, maxLength));
  const flag = (path: FieldName) => read(path, null, readFlag);
  const seconds = (path: FieldName) => read(path, null, readSeconds);
  const amount = (path: FieldName) => read(path, null, readAmount);
  return {
    connectionId: text("connection_id"),
    callInstanceId: text("call_instance_id", MAX_URL_LENGTH),
    callDate: text("call_date"),
    eventDate: text("event_date"),
    calling: text("caller_id"),
    called: text("target_did"),
    recording: text("recording", MAX_URL_LENGTH),
    outcome: {
      externalCampaignId: text("campaign_id", EXTERNAL_ID_MAX_LENGTH),
      externalCampaignName: text("campaign_name"),
      campaignTrackingId: text("campaign_tracking_id"),
      buyerName: text("buyer_name"),
      targetName: text("target_name"),
      targetSubId: text("target_sub_id"),
      publisherName: text("publisher_name"),
      publisherSubId: text("publisher_sub_id"),
      subsource: text("subsource"),
      vertical: text("vertical"),
      state: text("inbound_number_state"),
      zipCode: text("zip_code"),
      branchName: text("branch_name"),
      dataSource: text("data_source"),
      referrerUrl: text("referrer_url", 2000),
      clientId: read("client_id", "", readInteger),
      clientLeadId: text("client_lead_id"),
      converted: flag("converted"),
      isDuplicate: flag("is_duplicate"),
      durationSeconds: seconds("duration"),
      connectedSeconds: seconds("connected_call_length"),
      secondsToCall: seconds("time_to_call"),
      secondsToConnect: seconds("time_to_connect"),
      revenue: amount("revenue"),
      cost: amount("cost"),
      payout: amount("affiliate_payout"),
      saleAmount: amount("sale_amount"),
      saleCount: amount("sale_count"),
      endedBy: read("end_call_source", null, readEnder),
    },
    warnings,
  };
}

/** What a template leaves where it knows no value: {name}, [name], ${name}, or the words for nothing. */
const PLACEHOLDER = /^(?:\{[\w .:-]{1,80}\}|\[[\w .:-]{1,80}\]|\$\{[^{}]{1,80}\}|null|undefined)$/i;

/** A field's value as trimmed text, empty for a blank; null for what is neither text nor number nor yes or no. */
function textOf(sent: unknown): string | null {
  if (sent === undefined || isNoValue(sent)) return "";
  if (typeof sent === "number") return plainNumber(sent);
  if (typeof sent === "boolean") return String(sent);
  if (typeof sent !== "string") return null;
  const text = sent.trim();
  return PLACEHOLDER.test(text) ? "" : text;
}

/** Without an exponent, as people write it. */
function plainNumber(sent: number): string {
  const text = String(sent);
  return /e/i.test(text) && Math.abs(sent) < 1 ? sent.toFixed(10) : text;
}

function cutText(whole: string, maxLength: number): ValueReading<string> {
  if (whole.length <= maxLength) return { value: whole };
  return {
    value: whole.slice(0, maxLength).toWellFormed(),
    remark: `has ${whole.length} characters; the first ${maxLength} were kept`,
  };
}
