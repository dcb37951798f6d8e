import type { UnauthorizedReason } from "@/db/enums";
import type { UnreadablePlace } from "@/lib/reception/body/locate-unreadable";

/** What may be wrong with the campaign that a delivery named: it is another one that takes it, or one that can't. */
export type OtherCampaignProblem = "taken" | "unknown_campaign" | "campaign_archived" | "wrong_source";

/** One reason, drawn from what was received, why no call of a campaign has been accepted yet. */
export type SilenceCause =
  | { kind: "nothing_arrived" }
  | { kind: "wrong_key"; reason: UnauthorizedReason; keyLast4: string; remoteAddress: string; count: number; lastAt: Date }
  | { kind: "unreadable_body"; reason: string; receivedAt: Date; place: UnreadablePlace | null }
  | { kind: "no_campaign_number"; receivedAt: Date; sent: string | null }
  | { kind: "unreplaced_placeholders"; receivedAt: Date; fields: { path: string; sent: string }[] }
  | { kind: "other_campaign"; campaignId: number; problem: OtherCampaignProblem; keyName: string | null; count: number; lastAt: Date }
  | { kind: "archived"; lastAt: Date }
  | { kind: "invalid_fields"; receivedAt: Date; paths: string[] }
  | { kind: "not_ended"; eventKinds: string[]; count: number }
  | { kind: "not_recorded"; count: number }
  | { kind: "no_recording_url"; count: number };
