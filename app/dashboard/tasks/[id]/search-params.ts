import { createLoader, parseAsFloat, parseAsString, parseAsStringLiteral } from "nuqs/server";

/** What the address of a task says: the second to begin to hear at, a text to look for in what is said, and where one came from. */
export const hearingSearchParams = {
  t: parseAsFloat,
  q: parseAsString.withDefault(""),
  from: parseAsStringLiteral(["queue"]),
};

export const loadHearingSearchParams = createLoader(hearingSearchParams);
