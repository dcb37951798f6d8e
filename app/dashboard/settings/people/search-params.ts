import { createLoader, createSerializer, type inferParserType, parseAsArrayOf, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { ROLES } from "@/db/enums";
import { USER_STATES } from "@/lib/users/user-state";

/** What the address of the list says: filters and page, and nothing besides. */
export const peopleSearchParams = {
  q: parseAsString.withDefault(""),
  role: parseAsArrayOf(parseAsStringLiteral(ROLES)).withDefault([]),
  state: parseAsArrayOf(parseAsStringLiteral(USER_STATES)).withDefault([]),
  after: parseAsString,
};

export type PeopleSearchParams = inferParserType<typeof peopleSearchParams>;

export const loadPeopleSearchParams = createLoader(peopleSearchParams);
export const peopleHref = createSerializer(peopleSearchParams);
