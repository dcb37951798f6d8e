import { z } from "zod";
import { isExtension } from "./is-extension";
import { operatorMatchKey } from "./operator-match-key";
import { tidyOperatorName } from "./tidy-operator-name";

const OPERATOR_NAME_MAX_LENGTH = 120;

/** Codes instead of sentences: the screen and the command line each say them in their own words. */
const OPERATOR_INPUT_ERRORS = ["name_missing", "name_too_long", "name_is_extension"] as const;
export type OperatorInputError = (typeof OPERATOR_INPUT_ERRORS)[number];

/** A name that a person gives to an operator, tidied. An extension is none: calls are never matched by it. */
export const operatorNameInput = z
  .string()
  .refine((name) => operatorMatchKey(tidyOperatorName(name)) !== "", code("name_missing"))
  .refine((name) => name.trim().length <= OPERATOR_NAME_MAX_LENGTH, code("name_too_long"))
  .transform(tidyOperatorName)
  .refine((name) => !isExtension(name), code("name_is_extension"));

/** The code in what this schema says of a name. */
export function toOperatorInputError(error: z.ZodError): OperatorInputError {
  return OPERATOR_INPUT_ERRORS.find((one) => one === error.issues[0]?.message) ?? "name_missing";
}

function code(error: OperatorInputError): { error: OperatorInputError } {
  return { error };
}
