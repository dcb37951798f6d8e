import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { ANSWERS, AUDIT_KINDS, AUDIT_STATUSES, CONTACT_CHANNELS } from "@/db/enums";
import { AUDIT_MAKERS, AUDIT_RESULTS } from "@/lib/audits/audit-list-filters";
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
  /** Days of the contact in its campaign's time zone, both included. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  /** The id of a version of a scorecard. */
  version: parseAsString.withDefault(""),
  /** The key of a question, and how it was answered. */
  criterion: parseAsString.withDefault(""),
  answer: parseAsStringLiteral(ANSWERS),
  size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
  page: parseAsString.withDefault(""),
};

export type AuditSearchParams = inferParserType<typeof auditSearchParams>;

export const loadAuditSearchParams = createLoader(auditSearchParams);
export const auditListHref = createSerializer(auditSearchParams);
