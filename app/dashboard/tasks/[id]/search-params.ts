import { createLoader, parseAsFloat, parseAsString } from "nuqs/server";

/** What the address of a task says: the second to begin to hear at, and a text to look for in what is said. */
export const hearingSearchParams = { t: parseAsFloat, q: parseAsString.withDefault("") };

export const loadHearingSearchParams = createLoader(hearingSearchParams);
