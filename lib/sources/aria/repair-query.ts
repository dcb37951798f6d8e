import type { DeliveryProblem } from "@/db/schema";
import type { BodyFields } from "@/lib/reception/body/decode-body";
import { parseContentType } from "@/lib/reception/body/parse-content-type";
import { ARIA_FIELDS, ARIA_OPTIONAL_FIELDS } from "./fields";

const PHONE_FIELDS = ["caller_id", "target_did"] as const;
const DATE_FIELDS = ["call_date", "event_date"] as const;
const KNOWN_NAMES = new Set<string>([...ARIA_FIELDS, ...ARIA_OPTIONAL_FIELDS].map(({ name }) => name));

type RepairInput = { raw: Buffer; contentType: string; fields: BodyFields };

/**
 * Mends what is lost when values are put into a query or a form without being encoded: a `+` before a number or in a date, which was read as a
 * space. An address that was cut there can't be mended, and is taken out so that nobody fetches half of it. Other bodies stay as they are.
 */
export function repairQuery({ raw, contentType, fields }: RepairInput): { fields: BodyFields; warnings: DeliveryProblem[] } {
  const type = parseContentType(contentType);
  if (type.outcome === "refused" || type.format !== "form") return { fields, warnings: warnOfCut(fields) };
  const repaired: Record<string, unknown> = { ...fields };
  const warnings: DeliveryProblem[] = [];
  const repair = (path: string, pattern: RegExp, replacement: string) => {
    const sent = fields[path];
    if (typeof sent !== "string" || !pattern.test(sent)) return;
    repaired[path] = sent.replace(pattern, replacement);
    warnings.push({ path, code: "plus_restored", message: `${path} had lost its +, which must be sent as %2B; it was put back.` });
  };
  for (const path of PHONE_FIELDS) repair(path, /^ (?=\d{6})/, "+");
  for (const path of DATE_FIELDS) repair(path, /(T\S*) (?=\d{2}:?\d{2}$)/, "$1+");
  return { fields: repaired, warnings: [...warnings, ...warnOfCut(fields, raw.toString("latin1"))] };
}

/** The code of the warning for an address that is not whole. */
export const RECORDING_CUT = "recording_cut";

/** An address ends where it should go on: at a `?` or `&`, or parts of it stand in the query as if they were fields. */
function warnOfCut({ recording }: BodyFields, query?: string): DeliveryProblem[] {
  if (typeof recording !== "string") return [];
  const isCut = /[?&=]$/.test(recording.trim()) || (query !== undefined && hasStrayParts(query));
  const message = "The address was cut: its ? and & must be sent as %3F and %26. It was not fetched; send it whole.";
  return isCut ? [{ path: "recording", code: RECORDING_CUT, message }] : [];
}

/** After an address with an unencoded `?`, what no field of ours is called belongs to the address. */
function hasStrayParts(query: string): boolean {
  const pairs = query.split("&");
  const at = pairs.findIndex((pair) => pair.startsWith("recording="));
  const next = pairs[at + 1];
  if (at < 0 || next === undefined || !pairs[at]?.includes("?")) return false;
  return !KNOWN_NAMES.has(next.split("=", 1)[0] ?? "");
}
