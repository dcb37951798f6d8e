import {
  createLoader,
  createParser,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsBoolean,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { OUTCOME_BREAKDOWNS, OUTCOME_SUBSETS } from "@/lib/reports/outcomes/outcome-filters";
import { OUTCOME_MEASURES, OUTCOME_SORTS } from "@/lib/reports/outcomes/outcome-order";

/** What a platform left empty is a value too: `~` in the address. A text that begins so has one more. */
const parseAsValue = createParser({
  parse: (text: string) => (text === "~" ? "" : text.startsWith("~~") ? text.slice(1) : text),
  serialize: (value: string) => (value === "" ? "~" : value.startsWith("~") ? `~${value}` : value),
});
const values = () => parseAsArrayOf(parseAsValue).withDefault([]);

/** What the address of a report and of the calls behind it says of which calls are meant. */
export const outcomeFilterParams = {
  campaign: parseAsArrayOf(parseAsInteger).withDefault([]),
  /** Days in the installation's time zone, both included. Without them, the last thirty. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  publisher: values(),
  publisherSub: values(),
  buyer: values(),
  target: values(),
  vertical: values(),
  state: values(),
  endedBy: values(),
  hour: values(),
  /** Leaves out callers who had called before. */
  unique: parseAsBoolean.withDefault(false),
};

/** Where one is in what the filters leave. */
export const outcomePlaceParams = {
  /** Every row of a report, however many. */
  all: parseAsBoolean.withDefault(false),
  after: parseAsString,
  before: parseAsString,
};

const outcomeReportParams = {
  ...outcomeFilterParams,
  by: parseAsStringLiteral(OUTCOME_BREAKDOWNS).withDefault("day"),
  chart: parseAsStringLiteral(OUTCOME_MEASURES).withDefault("calls"),
  /** Without one, days and hours in their order, and of all else what has most calls first. */
  sort: parseAsStringLiteral(OUTCOME_SORTS),
  order: parseAsStringLiteral(["asc", "desc"]).withDefault("desc"),
  all: outcomePlaceParams.all,
};

const outcomeCallsParams = {
  ...outcomeFilterParams,
  only: parseAsStringLiteral(OUTCOME_SUBSETS),
  size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
  after: outcomePlaceParams.after,
  before: outcomePlaceParams.before,
};

export type OutcomeFilterParams = inferParserType<typeof outcomeFilterParams>;
export type OutcomeReportParams = inferParserType<typeof outcomeReportParams>;
export type OutcomeCallsParams = inferParserType<typeof outcomeCallsParams>;

export const loadOutcomeReportParams = createLoader(outcomeReportParams);
export const outcomeReportHref = createSerializer(outcomeReportParams);
export const loadOutcomeCallsParams = createLoader(outcomeCallsParams);
export const outcomeCallsHref = createSerializer(outcomeCallsParams);
