import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsFloat,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { ANSWER_SOURCES, ANSWERS, AUDIT_KINDS, AUDIT_STATUSES, CONTACT_CHANNELS } from "@/db/enums";
import { AUDIT_MAKERS, AUDIT_RESULTS, MACHINE_COMPARISONS } from "@/lib/audits/audit-list-filters";
import { CONVERSIONS } from "@/lib/outcomes/conversions";
import { PAGE_SIZES } from "@/lib/page-sizes";

/** What the address of the list of audits says: filters and page, and nothing besides. Reports lead here with their numbers' filters. */
export const auditSearchParams = {
  q: parseAsString.withDefault(""),
  campaign: parseAsArrayOf(parseAsInteger).withDefault([]),
  /** An id, or `unknown`, as in the list of tasks. */
  operator: parseAsString.withDefault(""),
  auditor: parseAsString.withDefault(""),
  status: parseAsArrayOf(parseAsStringLiteral(AUDIT_STATUSES)).withDefault([]),
  kind: parseAsArrayOf(parseAsStringLiteral(AUDIT_KINDS)).withDefault([]),
  channel: parseAsArrayOf(parseAsStringLiteral(CONTACT_CHANNELS)).withDefault([]),
  maker: parseAsStringLiteral(AUDIT_MAKERS),
  result: parseAsStringLiteral(AUDIT_RESULTS),
  critical: parseAsBoolean,
  scoreFrom: parseAsFloat,
  scoreTo: parseAsFloat,
  conversion: parseAsArrayOf(parseAsStringLiteral(CONVERSIONS)).withDefault([]),
  /** Of calls with a recording, not entered by hand. */
  recorded: parseAsBoolean,
  /** Calibrations that others' of the same call stand beside. */
  compared: parseAsBoolean,
  /** The id of a call's task. */
  task: parseAsString.withDefault(""),
  /** Days of the contact in its campaign's time zone, both included. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  /** The id of a version of a scorecard. */
  version: parseAsString.withDefault(""),
  /** The key of a question, how it was answered, how that stands to the machine's answer, and where the machine had that from. */
  criterion: parseAsString.withDefault(""),
  answer: parseAsArrayOf(parseAsStringLiteral(ANSWERS)).withDefault([]),
  machine: parseAsStringLiteral(MACHINE_COMPARISONS),
  source: parseAsStringLiteral(ANSWER_SOURCES),
  size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
  page: parseAsString.withDefault(""),
};

export type AuditSearchParams = inferParserType<typeof auditSearchParams>;

export const loadAuditSearchParams = createLoader(auditSearchParams);
export const auditListHref = createSerializer(auditSearchParams);

/** The list of the audits that numbers count, which are the completed and validated quality audits, narrowed to some. */
export function countedAuditsHref(narrowed: Partial<AuditSearchParams>): string {
  return auditListHref("/dashboard/audits", { status: ["completed", "validated"], kind: ["quality"], ...narrowed });
}
