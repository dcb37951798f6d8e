/** Longest address kept: the limit that web servers set for a request line. */
const MAX_LENGTH = 8000;

/**
 * The address of a recording, byte for byte as it was sent but for one round of `&amp;`. Null when it is not one that a recording can be
 * fetched from.
 */
export function readRecordingUrl(text: string): string | null {
  const address = text.replaceAll("&amp;", "&");
  const isWritable = address.length <= MAX_LENGTH && /^https?:\/\//i.test(address) && !/[\p{Cc}\uFFFD]/u.test(address);
  return isWritable && URL.canParse(address) ? address : null;
}
