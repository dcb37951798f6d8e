import { z } from "zod";
import { typedName } from "@/lib/typed-name";

const SAVED_VIEW_NAME_MAX_LENGTH = 60;
const QUERY_MAX_LENGTH = 4000;

/** Codes instead of sentences: the screen says them in the reader's language. */
export const SAVED_VIEW_INPUT_ERRORS = ["name_missing", "name_too_long", "name_taken", "query_too_long"] as const;
export type SavedViewInputError = (typeof SAVED_VIEW_INPUT_ERRORS)[number];

/** What a person may say of a view: its name, the list's address after the question mark, and whether others see it. */
export const savedViewInput = z.object({
  name: typedName({ maxLength: SAVED_VIEW_NAME_MAX_LENGTH }),
  query: z
    .string()
    .max(QUERY_MAX_LENGTH, code("query_too_long"))
    // Where a page of the list began says nothing tomorrow.
    .transform((text) => {
      const params = new URLSearchParams(text.replaceAll("\0", ""));
      for (const place of ["page", "after", "before"]) params.delete(place);
      return params.toString();
    }),
  isShared: z.boolean(),
});

function code(error: SavedViewInputError): { error: SavedViewInputError } {
  return { error };
}
