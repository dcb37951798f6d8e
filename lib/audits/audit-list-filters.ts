import type { Answer, AuditKind, AuditStatus, ContactChannel } from "@/db/enums";

export const AUDIT_RESULTS = ["passed", "failed"] as const;
export type AuditResult = (typeof AUDIT_RESULTS)[number];

export const AUDIT_MAKERS = ["machine", "person"] as const;
/** Whether a person has had to do with it, or only the machine. */
export type AuditMaker = (typeof AUDIT_MAKERS)[number];

/** What the list of audits is narrowed to; what is not given, or empty, narrows nothing. */
export type AuditListFilters = {
  /** Part of the operator's name, whatever its case and accents, or of the reference. */
  text?: string;
  campaignIds?: number[];
  operatorId?: string;
  /** Contacts of which nobody knows the operator. */
  hasNoOperator?: boolean;
  versionId?: string;
  auditorId?: string;
  statuses?: AuditStatus[];
  kinds?: AuditKind[];
  channels?: ContactChannel[];
  maker?: AuditMaker;
  /** Of completed audits, by the passing score that they were completed with. */
  result?: AuditResult;
  hasCriticalFailure?: boolean;
  /** Days of the contact in its campaign's time zone (2026-11-23), both included. */
  from?: string;
  to?: string;
  /** A question through all versions (criteria.key), and how it was answered. */
  criterionKey?: string;
  answer?: Answer;
};
