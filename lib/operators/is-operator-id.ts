import { z } from "zod";

/** Whether a text can be the id of an operator at all. */
export function isOperatorId(text: string): boolean {
  return z.uuid().safeParse(text).success;
}
