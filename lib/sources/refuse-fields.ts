import type { DeliveryProblem } from "@/db/schema";

/** Refuses a delivery for what is missing or wrong in its fields, all at once. */
export function refuseFields(problems: DeliveryProblem[]) {
  const names = [...new Set(problems.map(({ path }) => path))];
  const message = `${names.length === 1 ? "A field is" : `${names.length} fields are`} missing or wrong: ${names.join(", ")}.`;
  return { outcome: "refused", status: 422, code: "invalid_fields", message, problems } as const;
}
