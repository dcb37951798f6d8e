import type { FilledInstallation } from "./fill-installation";

/** What a page's address can be made of. */
export type Places = Pick<FilledInstallation, "campaignIds" | "operatorIds" | "payPerCall"> & {
  taskId: string;
  missingCallId: string;
  deliveryId: string;
  disputeId: string;
  agentTaskId: string;
};

export type PictureOf = {
  /** The files are named after it. */
  name: string;
  path: string | ((places: Places) => string);
  /** Also as a phone shows it. */
  onPhone?: boolean;
  /** Seen by an agent instead of an administrator. */
  isAgents?: boolean;
  /** Seen by somebody who is not signed in. */
  isPublic?: boolean;
  /** Keys pressed once the page is there, and text that is typed. */
  keys?: { press: string; type: string };
};

/** Every page, one line each; docs/README.md has a sentence for each. */
export const PAGES: PictureOf[] = [
  { name: "sign-in", path: "/sign-in", isPublic: true },
  { name: "overview", path: "/dashboard", onPhone: true },
  { name: "search", path: "/dashboard", keys: { press: "Control+k", type: "ma" }, onPhone: true },
  { name: "tasks", path: "/dashboard/tasks", onPhone: true },
  { name: "task", path: ({ taskId }) => `/dashboard/tasks/${taskId}`, onPhone: true },
  { name: "audits", path: "/dashboard/audits", onPhone: true },
  { name: "new-audit", path: "/dashboard/audits/new" },
  { name: "assignments", path: "/dashboard/assignments" },
  { name: "new-sample", path: "/dashboard/assignments/new" },
  { name: "disputes", path: "/dashboard/disputes" },
  { name: "dispute", path: ({ disputeId }) => `/dashboard/disputes/${disputeId}` },
  { name: "agent-home", path: "/dashboard", isAgents: true, onPhone: true },
  { name: "agent-audit", path: ({ agentTaskId }) => `/dashboard/tasks/${agentTaskId}`, isAgents: true },
  { name: "calls-without-recording", path: "/dashboard/calls" },
  { name: "call", path: ({ missingCallId }) => `/dashboard/calls/${missingCallId}` },
  { name: "quality", path: "/dashboard/reports/quality", onPhone: true },
  { name: "calibration", path: "/dashboard/reports/quality/calibration" },
  { name: "outcomes", path: "/dashboard/reports/outcomes", onPhone: true },
  { name: "outcomes-by-publisher", path: "/dashboard/reports/outcomes?by=publisherSub&chart=margin" },
  { name: "outcome-calls", path: "/dashboard/reports/outcomes/calls?only=converted" },
  { name: "operators", path: "/dashboard/operators" },
  { name: "operator", path: ({ operatorIds }) => `/dashboard/operators/${operatorIds[0]}` },
  { name: "operator-duplicates", path: "/dashboard/operators/duplicates" },
  { name: "operator-merge", path: ({ operatorIds }) => `/dashboard/operators/merge?source=${operatorIds[0]}&target=${operatorIds[1]}` },
  { name: "new-operator", path: "/dashboard/operators/new" },
  { name: "campaigns", path: "/dashboard/campaigns" },
  { name: "campaign", path: ({ campaignIds }) => `/dashboard/campaigns/${campaignIds[0]}` },
  { name: "campaign-audio-sources", path: ({ campaignIds }) => `/dashboard/campaigns/${campaignIds[0]}/audio-sources`, onPhone: true },
  { name: "campaign-aria", path: ({ payPerCall }) => `/dashboard/campaigns/${payPerCall.campaignId}/audio-sources`, onPhone: true },
  { name: "campaign-scorecard", path: ({ campaignIds }) => `/dashboard/campaigns/${campaignIds[0]}/scorecard`, onPhone: true },
  { name: "campaign-tags", path: ({ campaignIds }) => `/dashboard/campaigns/${campaignIds[0]}/tags` },
  { name: "campaign-speech", path: ({ campaignIds }) => `/dashboard/campaigns/${campaignIds[0]}/speech` },
  { name: "campaign-members", path: ({ campaignIds }) => `/dashboard/campaigns/${campaignIds[0]}/members` },
  { name: "campaign-health", path: ({ campaignIds }) => `/dashboard/campaigns/${campaignIds[0]}/health` },
  { name: "new-campaign", path: "/dashboard/campaigns/new" },
  { name: "reception", path: "/dashboard/reception", onPhone: true },
  { name: "delivery", path: ({ deliveryId }) => `/dashboard/reception/${deliveryId}` },
  { name: "delivery-fix", path: ({ deliveryId }) => `/dashboard/reception/${deliveryId}/fix` },
  { name: "replay-refused", path: "/dashboard/reception/replay" },
  { name: "requests-without-key", path: "/dashboard/reception/unauthorized" },
  { name: "jobs", path: "/dashboard/jobs" },
  { name: "people", path: "/dashboard/settings/people" },
  { name: "new-person", path: "/dashboard/settings/people/new" },
  { name: "speech", path: "/dashboard/settings/speech" },
  { name: "api-keys", path: "/dashboard/settings/api-keys" },
  { name: "audit-log", path: "/dashboard/settings/audit-log" },
  { name: "account", path: "/dashboard/account" },
];
