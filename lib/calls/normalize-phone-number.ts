/**
 * The digits of a phone number, with a leading + where the number is international (+ or 00), for search and comparison. Empty when the
 * text is no number: a name, a masked or hidden caller, an address.
 */
export function normalizePhoneNumber(text: string): string {
  const compact = text
    .normalize("NFKC")
    .trim()
    .replace(/^tel:/i, "")
    .replace(/[\s().\-/\u2010-\u2015\u2212]/g, "");
  const match = /^(\+|00)?(\d{1,32})$/.exec(compact);
  if (!match) return "";
  const [, prefix = "", digits = ""] = match;
  return prefix ? `+${digits}` : digits;
}
