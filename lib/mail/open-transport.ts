import { createTransport } from "nodemailer";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/** What waits for a server that is there but does not answer. */
const TIMEOUTS = { connectionTimeout: 10_000, greetingTimeout: 10_000, socketTimeout: 30_000, dnsTimeout: 10_000 };

/** A connection to the mail server that SMTP_URL names, to be closed by the caller. Credentials go over TLS alone, unless the address says `?requireTLS=false`. */
export function openTransport() {
  if (env.SMTP_URL === undefined) throw new AppError("conflict", "SMTP_URL is unset.");
  const { protocol, hostname, port, username, password, searchParams } = new URL(env.SMTP_URL);
  const isSecure = protocol === "smtps:";
  const hasCredentials = username !== "";
  return createTransport({
    ...{ host: hostname.replace(/^\[|\]$/g, ""), port: Number(port) || (isSecure ? 465 : 587), secure: isSecure, ...TIMEOUTS },
    requireTLS: hasCredentials && searchParams.get("requireTLS") !== "false",
    ...(hasCredentials ? { auth: { user: decodeURIComponent(username), pass: decodeURIComponent(password) } } : {}),
    // Nothing that a name or a text contains makes it read a file or fetch an address.
    ...{ disableFileAccess: true, disableUrlAccess: true },
  });
}
