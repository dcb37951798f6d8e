import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsFloat,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { DIRECTIONS, SOURCES, TASK_STATUSES } from "@/db/enums";
import { CONVERSIONS } from "@/lib/outcomes/conversions";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { SORT_ORDERS, TASK_SORTS } from "@/lib/tasks/task-filters";

/** In `operator`, tasks whose operator is unknown. */
export const UNKNOWN_OPERATOR = "unknown";

/** What the address of the list says: filters, sort and page, and nothing besides. */
export const taskSearchParams = {
  q: parseAsString.withDefault(""),
  campaign: parseAsArrayOf(parseAsInteger).withDefault([]),
  operator: parseAsArrayOf(parseAsString).withDefault([]),
  status: parseAsArrayOf(parseAsStringLiteral(TASK_STATUSES)).withDefault([]),
  direction: parseAsArrayOf(parseAsStringLiteral(DIRECTIONS)).withDefault([]),
  source: parseAsArrayOf(parseAsStringLiteral(SOURCES)).withDefault([]),
  /** Days in the installation's time zone, both included. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  /** Scores from 0 to 100, both included. */
  scoreFrom: parseAsFloat,
  scoreTo: parseAsFloat,
  tag: parseAsArrayOf(parseAsString).withDefault([]),
  /** Outcomes of pay-per-call calls. */
  conversion: parseAsArrayOf(parseAsStringLiteral(CONVERSIONS)).withDefault([]),
  buyer: parseAsArrayOf(parseAsString).withDefault([]),
  publisher: parseAsArrayOf(parseAsString).withDefault([]),
  revenueFrom: parseAsString,
  revenueTo: parseAsString,
  sort: parseAsStringLiteral(TASK_SORTS).withDefault("created"),
  order: parseAsStringLiteral(SORT_ORDERS).withDefault("desc"),
  size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
  page: parseAsString.withDefault(""),
};

export type TaskSearchParams = inferParserType<typeof taskSearchParams>;

export const loadTaskSearchParams = createLoader(taskSearchParams);
export const taskListHref = createSerializer(taskSearchParams);
