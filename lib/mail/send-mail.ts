import { z } from "zod";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { openTransport } from "./open-transport";

export type Mail = {
  to: { name: string; address: string };
  subject: string;
  text: string;
  html: string;
  /** The same for each try of one mail, so that a second one can be told. Letters, digits, dots and dashes. */
  id: string;
};

const serverError = z.object({ message: z.string(), responseCode: z.number().optional(), command: z.string().optional() });

/**
 * Hands one mail to the mail server. Throws `invalid` where the server will never take it, such as an address that it does not know, and
 * `unavailable`, to be tried again, for everything else. Text in names and subject never becomes a header of its own.
 */
export async function sendMail({ to, subject, text, html, id }: Mail): Promise<void> {
  const transport = openTransport();
  const from = env.SMTP_FROM ?? "";
  try {
    await transport.sendMail({
      ...{ from, to: { name: onOneLine(to.name), address: to.address }, subject: onOneLine(subject), text, html },
      messageId: `<${id}@${domainOf(from)}>`,
      // No answers by machines, such as that somebody is away.
      headers: { "Auto-Submitted": "auto-generated" },
    });
  } catch (error) {
    throw toAppError(error);
  } finally {
    transport.close();
  }
}

function toAppError(cause: unknown): AppError {
  const known = serverError.safeParse(cause);
  if (!known.success) return new AppError("unavailable", "The mail server could not be used.", { cause });
  const { message, responseCode = 0, command = "" } = known.data;
  // A refused sign-in is the installation's fault, not the address's: it is tried again once somebody has put it right.
  const isOfMail = /^(RCPT TO|DATA)$/.test(command) || message.startsWith("No recipients defined");
  return isOfMail && (responseCode >= 500 || responseCode === 0)
    ? new AppError("invalid", message, { cause })
    : new AppError("unavailable", message, { cause });
}

function onOneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}]+/gu, " ").trim();
}

function domainOf(from: string): string {
  return /@([^>\s]+)>?$/.exec(from)?.[1] ?? "localhost";
}
