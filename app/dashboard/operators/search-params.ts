import {
  createLoader,
  createSerializer,
  type inferParserType,
  parseAsArrayOf,
  parseAsNumberLiteral,
  parseAsString,
  parseAsStringLiteral,
} from "nuqs/server";
import { OPERATOR_ORIGINS } from "@/db/enums";
import { OPERATOR_SORTS } from "@/lib/operators/operator-cursor";
import { PAGE_SIZES } from "@/lib/page-sizes";
import { SORT_ORDERS } from "@/lib/tasks/task-filters";

/** What the address of the list of operators says: filters, sort and page, and nothing besides. */
const operatorSearchParams = {
  q: parseAsString.withDefault(""),
  origin: parseAsArrayOf(parseAsStringLiteral(OPERATOR_ORIGINS)).withDefault([]),
  show: parseAsStringLiteral(["current", "merged"]).withDefault("current"),
  sort: parseAsStringLiteral(OPERATOR_SORTS).withDefault("name"),
  order: parseAsStringLiteral(SORT_ORDERS).withDefault("asc"),
  size: parseAsNumberLiteral(PAGE_SIZES).withDefault(25),
  page: parseAsString.withDefault(""),
};

export type OperatorSearchParams = inferParserType<typeof operatorSearchParams>;

export const loadOperatorSearchParams = createLoader(operatorSearchParams);
export const operatorListHref = createSerializer(operatorSearchParams);

const duplicatesSearchParams = { after: parseAsString };
export const loadDuplicatesSearchParams = createLoader(duplicatesSearchParams);
export const duplicatesHref = createSerializer(duplicatesSearchParams);

const mergeSearchParams = {
  source: parseAsString.withDefault(""),
  target: parseAsString.withDefault(""),
  q: parseAsString.withDefault(""),
};
export const loadMergeSearchParams = createLoader(mergeSearchParams);
export const mergeHref = createSerializer(mergeSearchParams, { clearOnDefault: true });

/** A merge that was just made, for its target's page to say so. */
export const loadOperatorPageSearchParams = createLoader({ merged: parseAsString.withDefault("") });
