import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { CONTACT_CHANNELS } from "@/db/enums";
import { AUDIT_MAKERS } from "@/lib/audits/audit-list-filters";
import { CALL_PROBLEMS, CONVERSION_GROUPS, QUALITY_GROUPS, QUESTION_GROUPS } from "@/lib/reports/quality/quality-filters";
import { QUALITY_SORTS, QUESTION_SORTS } from "@/lib/reports/quality/quality-order";

const ORDERS = ["asc", "desc"] as const;

/** What the address of a report says of which audits are meant. */
export const qualityFilterParams = {
  campaign: parseAsArrayOf(parseAsInteger).withDefault([]),
  operator: parseAsString.withDefault(""),
  auditor: parseAsString.withDefault(""),
  /** Days of the contact in its campaign's time zone, both included. Without them, the last thirty. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  maker: parseAsStringLiteral(AUDIT_MAKERS),
  version: parseAsString.withDefault(""),
  channel: parseAsStringLiteral(CONTACT_CHANNELS),
};

/** With how its parts are shown. */
export const qualityReportParams = {
  ...qualityFilterParams,
  by: parseAsStringLiteral(QUALITY_GROUPS),
  /** Without one, times in their order, and of all else what has most audits first. */
  sort: parseAsStringLiteral(QUALITY_SORTS),
  order: parseAsStringLiteral(ORDERS).withDefault("desc"),
  /** Every row of the table, however many. */
  all: parseAsBoolean.withDefault(false),
  questions: parseAsStringLiteral(QUESTION_GROUPS).withDefault("criterion"),
  /** The questions of one section alone. */
  section: parseAsString,
  questionSort: parseAsStringLiteral(QUESTION_SORTS).withDefault("share"),
  questionOrder: parseAsStringLiteral(ORDERS).withDefault("desc"),
  problem: parseAsStringLiteral(CALL_PROBLEMS).withDefault("lowest"),
  allCalls: parseAsBoolean.withDefault(false),
  conversion: parseAsStringLiteral(CONVERSION_GROUPS).withDefault("band"),
};

export type QualityFilterParams = inferParserType<typeof qualityFilterParams>;
export type QualityReportParams = inferParserType<typeof qualityReportParams>;

export const loadQualityReportParams = createLoader(qualityReportParams);
export const qualityReportHref = createSerializer(qualityReportParams);
