import { createLoader, createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";

const scorecardSearchParams = {
  view: parseAsStringLiteral(["questions", "versions"]).withDefault("questions"),
  /** The two that are compared, each a number or "draft"; and the one that is shown whole. */
  from: parseAsString.withDefault(""),
  to: parseAsString.withDefault(""),
  show: parseAsString.withDefault(""),
};

export type ScorecardSearchParams = inferParserType<typeof scorecardSearchParams>;
export const loadScorecardSearchParams = createLoader(scorecardSearchParams);
export const scorecardHref = createSerializer(scorecardSearchParams);
