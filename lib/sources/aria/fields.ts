/** How the text of a field is read. */
export type AriaFieldKind = "secret" | "text" | "integer" | "time" | "phone" | "flag" | "seconds" | "money" | "number" | "ender" | "url";

/**
 * The fields of a delivery in the order of the guide. `value: "required"`: the call can't be taken in without one. The words for each are
 * under `ariaFields` in the messages.
 */
export const ARIA_FIELDS = [
  { name: "api_key", kind: "secret", value: "required" },
  { name: "connection_id", kind: "text", value: "required" },
  { name: "call_instance_id", kind: "text", value: "required" },
  { name: "buyer_name", kind: "text", value: "optional" },
  { name: "client_id", kind: "integer", value: "optional" },
  { name: "call_date", kind: "time", value: "required" },
  { name: "caller_id", kind: "phone", value: "optional" },
  { name: "campaign_id", kind: "text", value: "optional" },
  { name: "campaign_name", kind: "text", value: "optional" },
  { name: "campaign_tracking_id", kind: "text", value: "optional" },
  { name: "connected_call_length", kind: "seconds", value: "optional" },
  { name: "converted", kind: "flag", value: "optional" },
  { name: "duration", kind: "seconds", value: "optional" },
  { name: "end_call_source", kind: "ender", value: "optional" },
  { name: "inbound_number_state", kind: "text", value: "optional" },
  { name: "is_duplicate", kind: "flag", value: "optional" },
  { name: "cost", kind: "money", value: "optional" },
  { name: "publisher_sub_id", kind: "text", value: "optional" },
  { name: "publisher_name", kind: "text", value: "optional" },
  { name: "recording", kind: "url", value: "optional" },
  { name: "referrer_url", kind: "text", value: "optional" },
  { name: "revenue", kind: "money", value: "optional" },
  { name: "subsource", kind: "text", value: "optional" },
  { name: "target_did", kind: "phone", value: "optional" },
  { name: "target_name", kind: "text", value: "optional" },
  { name: "target_sub_id", kind: "text", value: "optional" },
  { name: "time_to_call", kind: "seconds", value: "optional" },
  { name: "time_to_connect", kind: "seconds", value: "optional" },
  { name: "zip_code", kind: "text", value: "optional" },
  { name: "data_source", kind: "text", value: "optional" },
  { name: "vertical", kind: "text", value: "optional" },
  { name: "sale_amount", kind: "money", value: "optional" },
  { name: "sale_count", kind: "number", value: "optional" },
  { name: "client_lead_id", kind: "text", value: "optional" },
  { name: "branch_name", kind: "text", value: "optional" },
  { name: "affiliate_payout", kind: "money", value: "optional" },
] as const satisfies readonly { name: string; kind: AriaFieldKind; value: "required" | "optional" }[];

export type AriaFieldName = (typeof ARIA_FIELDS)[number]["name"];

/**
 * One field more than the platforms' own: when what the body says came to be. A later event overwrites what an earlier one said, also with a
 * smaller number, such as a sale that was taken back. Without it a delivery tells of the moment of the call.
 */
export const ARIA_OPTIONAL_FIELDS = [{ name: "event_date", kind: "time", value: "optional" }] as const;

export type AriaOptionalFieldName = (typeof ARIA_OPTIONAL_FIELDS)[number]["name"];
