import type { Answer, AnswerSource, AuditKind, AuditStatus, ContactChannel } from "@/db/enums";
import type { Conversion } from "@/lib/outcomes/conversions";

export const AUDIT_RESULTS = ["passed", "failed"] as const;
export type AuditResult = (typeof AUDIT_RESULTS)[number];

export const AUDIT_MAKERS = ["machine", "person"] as const;
/** Whether a person has had to do with it, or only the machine. */
export type AuditMaker = (typeof AUDIT_MAKERS)[number];

export const MACHINE_COMPARISONS = ["compared", "agreed", "missed", "false"] as const;
/** How a person's answer stands to the machine's where both gave one: any, the same, a failure that the machine missed, a failure only to the machine. */
export type MachineComparison = (typeof MACHINE_COMPARISONS)[number];

/** What the list of audits is narrowed to; what is not given, or empty, narrows nothing. */
export type AuditListFilters = {
  /** Part of the operator's name, whatever its case and accents, or of the reference. */
  text?: string;
  campaignIds?: number[];
  /** Of one call. */
  taskId?: string;
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
  /** Scored at least and at most so. */
  scoreFrom?: number;
  scoreTo?: number;
  /** Of pay-per-call calls of which any of these came. */
  conversions?: Conversion[];
  /** Of calls with a recording, not entered by hand. */
  isOfTask?: boolean;
  /** Completed calibrations of calls of which others completed theirs too, and of a question, answered it too. */
  isCompared?: boolean;
  /** Days of the contact in its campaign's time zone (2026-11-23), both included. */
  from?: string;
  to?: string;
  /** A question through all versions (criteria.key), and how it was answered: in any of these ways. */
  criterionKey?: string;
  answers?: Answer[];
  comparison?: MachineComparison;
  /** Where the machine had its answer to the question from. */
  machineSource?: AnswerSource;
};
