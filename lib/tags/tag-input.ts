import { z } from "zod";
import { tagMatchKey } from "./tag-match-key";

const TAG_NAME_MAX_LENGTH = 60;
const TAG_DESCRIPTION_MAX_LENGTH = 500;
/** More than anybody looks through: the lists of tags have no pages. */
export const MAX_TAGS_OF_CAMPAIGN = 200;

/** Codes instead of sentences: each screen says them in its own words. */
export const TAG_INPUT_ERRORS = ["name_missing", "name_too_long", "description_too_long"] as const;
export type TagInputError = (typeof TAG_INPUT_ERRORS)[number];

/** Why a tag that is well written was not taken all the same: in the details of the conflict, as `problem`. */
export type TagConflict = "name_taken" | "too_many";

const name = z
  .string()
  .transform((text) => text.replace(/[\s\p{Cc}]+/gu, " ").trim())
  .refine((text) => tagMatchKey(text) !== "", code("name_missing"))
  .refine((text) => text.length <= TAG_NAME_MAX_LENGTH, code("name_too_long"));
const description = z
  .string()
  .transform((text) => text.replaceAll("\0", "").trim())
  .refine((text) => text.length <= TAG_DESCRIPTION_MAX_LENGTH, code("description_too_long"));

/** What a person may say of a tag, wherever it is typed. */
export const tagInput = z.object({ name, description: description.default("") });
export type TagInput = z.infer<typeof tagInput>;

function code(error: TagInputError): { error: TagInputError } {
  return { error };
}
