import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsInteger,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { SOURCES, VERDICTS } from "@/db/enums";
import { PAGE_SIZES } from "@/lib/page-sizes";

/** What the address of the log is narrowed by. */
const filters = {
  q: parseAsString.withDefault(""),
  verdict: parseAsArrayOf(parseAsStringLiteral(VERDICTS)).withDefault([]),
  /** Codes, so that a source's own ones have an address too. */
  reason: parseAsArrayOf(parseAsString).withDefault([]),
  source: parseAsArrayOf(parseAsStringLiteral(SOURCES)).withDefault([]),
  campaign: parseAsArrayOf(parseAsInteger).withDefault([]),
  key: parseAsArrayOf(parseAsString).withDefault([]),
  /** Days in the installation's time zone, both included. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
};

/** What the address of the log says: filters and page, and nothing besides. */
export const deliverySearchParams = {
  ...filters,
  size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
  after: parseAsString.withDefault(""),
  before: parseAsString.withDefault(""),
};

/** The page that replays what was refused: the same filters, and the campaign that it is sent to. */
export const replaySearchParams = { ...filters, target: parseAsInteger };

export type DeliverySearchParams = inferParserType<typeof deliverySearchParams>;
export type DeliveryFilterParams = inferParserType<typeof filters>;

export const loadDeliverySearchParams = createLoader(deliverySearchParams);
export const deliveryListHref = createSerializer(deliverySearchParams);
export const loadReplaySearchParams = createLoader(replaySearchParams);
export const replayHref = createSerializer(replaySearchParams);
