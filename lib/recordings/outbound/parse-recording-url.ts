import { AttemptFailure } from "../attempt-failure";

/** Where a recording lies: the host as the URL standard reads it, and the path to ask for, byte for byte as it was given. */
export type RecordingTarget = {
  url: string;
  protocol: "http:" | "https:";
  /** Without brackets; literal addresses in their usual form, whatever form they were given in. */
  hostname: string;
  port: number;
  /** scheme://host:port, for the connection and the Host header. */
  origin: string;
  /** Path and query as they were given. */
  path: string;
  /** host:port as RECORDING_ALLOW_HOSTS names it. */
  hostAndPort: string;
};

/** Reads an http(s) address without changing a byte of its path. Refuses other schemes, user info, and what is no address. */
export function parseRecordingUrl(text: string): RecordingTarget {
  // Split by hand, since URL would normalise the path; the host then comes from the authority alone, so the two can't disagree.
  const match = /^(https?):\/\/([^/?#\\\s]+)((?:[/?][^#]*)?)(?:#.*)?$/is.exec(text.trim());
  const [, scheme = "", authority = "", rest = ""] = match ?? [];
  if (!match) throw new AttemptFailure("refused", "invalid_url", "The address is not one of http or https.");
  if (authority.includes("@")) throw new AttemptFailure("refused", "user_info", "The address carries a user name or password.");
  if (!URL.canParse(`${scheme}://${authority}`)) throw new AttemptFailure("refused", "invalid_url", "The address names no valid host.");
  const { protocol, host, hostname, port, origin } = new URL(`${scheme}://${authority}`);
  const portNumber = Number(port || (protocol === "https:" ? 443 : 80));
  return {
    url: text.trim(),
    protocol: protocol === "https:" ? "https:" : "http:",
    hostname: hostname.replace(/^\[|\]$/g, ""),
    port: portNumber,
    origin,
    path: requestTarget(rest),
    hostAndPort: port ? host : `${hostname}:${portNumber}`,
  };
}

/** The target of a Location header as undici reads it (one character a byte), which may be relative. Its bytes are kept. */
export function parseRedirect(location: string, from: RecordingTarget): RecordingTarget {
  const text = location.trim().replace(/[\x80-\xff]/g, (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase()}`);
  if (/^[a-z][a-z0-9+.-]*:/i.test(text)) return parseRecordingUrl(text);
  if (text.startsWith("//")) return parseRecordingUrl(`${from.protocol}${text}`);
  if (text.startsWith("/")) return parseRecordingUrl(`${from.origin}${text}`);
  if (!URL.canParse(text, from.url)) throw new AttemptFailure("retry", "bad_redirect", "The host redirects to what is no address.");
  return parseRecordingUrl(new URL(text, from.url).href);
}

/** What is asked for in the request line: only bytes that can't stand there are encoded, and nothing is decoded. */
function requestTarget(rest: string): string {
  const encoded = rest.replace(/[^\x21-\x7e]+/gu, (unsafe) =>
    [...Buffer.from(unsafe, "utf8")].map((byte) => `%${byte.toString(16).toUpperCase().padStart(2, "0")}`).join(""),
  );
  return encoded.startsWith("/") ? encoded : `/${encoded}`;
}
