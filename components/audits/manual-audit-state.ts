export const MANUAL_AUDIT_PROBLEMS = ["campaign", "operator", "when", "reference", "no_scorecard", "merged_away", "failed"] as const;
export type ManualAuditProblem = (typeof MANUAL_AUDIT_PROBLEMS)[number];

/** A contact as it is typed, before it is sent. */
export type ManualContact = {
  campaignId: string;
  operator: { id: string; name: string } | null;
  channel: string;
  contactAt: string;
  reference: string;
};

/** Sent, it leads to the audit; else it says what is wrong. */
export type OpenManualAudit = (contact: Omit<ManualContact, "operator"> & { operatorId: string }) => Promise<ManualAuditProblem>;
