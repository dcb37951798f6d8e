import { fromDate } from "@internationalized/date";

type AriaSampleInput = {
  /** Null in a sample that somebody puts their own into. */
  apiKey: string | null;
  connectionId: string;
  /** The zone that the connection's times are read in. */
  timeZone: string;
  startedAt: Date;
  callName: string;
  recording: { url: string; seconds: number } | null;
};

/** The body of a call that converted, with all the fields that a platform sends, each as it writes it. */
export function ariaSampleBody({
  apiKey,
  connectionId,
  timeZone,
  startedAt,
  callName,
  recording,
}: AriaSampleInput): Record<string, unknown> {
  const seconds = recording?.seconds ?? 95;
  return {
    ...(apiKey === null ? {} : { api_key: apiKey }),
    connection_id: connectionId,
    call_instance_id: callName,
    buyer_name: "Sample Buyer",
    client_id: 1001,
    call_date: americanTime(startedAt, timeZone),
    caller_id: "+13055550123",
    campaign_id: "",
    campaign_name: "",
    campaign_tracking_id: "trk-001",
    connected_call_length: String(seconds),
    converted: "True",
    duration: String(seconds + 12),
    end_call_source: "Caller",
    inbound_number_state: "FL",
    is_duplicate: "false",
    cost: "18.50",
    publisher_sub_id: "sub-42",
    publisher_name: "Sample Publisher",
    recording: recording?.url ?? "",
    referrer_url: "https://landing.example.com/offer",
    revenue: "45.00",
    subsource: "search",
    target_did: "+18005550199",
    target_name: "Sample Agent",
    target_sub_id: "t-7",
    time_to_call: "3",
    time_to_connect: "9",
    zip_code: "02134",
    data_source: "web",
    vertical: "Home services",
    sale_amount: 199.99,
    sale_count: 1,
    client_lead_id: "lead-0001",
    branch_name: "Miami",
    affiliate_payout: "15.00",
  };
}

/** The wall clock of a zone, `MM/DD/YYYY HH:MM:SS AM`. */
export function americanTime(at: Date, timeZone: string): string {
  const { year, month, day, hour, minute, second } = fromDate(at, timeZone);
  const pad = (number: number) => String(number).padStart(2, "0");
  const clock = [hour % 12 || 12, minute, second].map(pad).join(":");
  return `${pad(month)}/${pad(day)}/${year} ${clock} ${hour < 12 ? "AM" : "PM"}`;
}
