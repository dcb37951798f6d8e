import type { AddressInfo } from "node:net";
import { buffer } from "node:stream/consumers";
import { SMTPServer } from "smtp-server";

/** A mail as the server took it: whom it was for, its head unfolded line by line, and its body with quoted-printable undone. */
export type TakenMail = { from: string; to: string[]; head: string[]; body: string };

type Answers = {
  /** What the server says to a recipient: a code from 400 on refuses them. */
  recipient?: (address: string) => number | null;
  /** The same once it has read the whole mail. */
  mail?: () => number | null;
};

/** A mail server on loopback that keeps what it takes. Speaks no TLS. `close` ends it with every connection. */
export async function startMailServer(answers: Answers = {}) {
  const mails: TakenMail[] = [];
  const refusal = (code: number) => Object.assign(new Error("not here"), { responseCode: code });
  const server = new SMTPServer({
    disabledCommands: ["STARTTLS"],
    authOptional: true,
    logger: false,
    onAuth: (_auth, _session, done) => done(null, { user: "somebody" }),
    onRcptTo: ({ address }, _session, done) => {
      const code = answers.recipient?.(address) ?? null;
      done(code === null ? null : refusal(code));
    },
    onData: async (stream, { envelope }, done) => {
      const raw = (await buffer(stream)).toString("utf8");
      const code = answers.mail?.() ?? null;
      if (code !== null) return done(refusal(code));
      const [head = "", ...body] = raw.split("\r\n\r\n");
      mails.push({
        from: envelope.mailFrom === false ? "" : envelope.mailFrom.address,
        to: envelope.rcptTo.map(({ address }) => address),
        head: head.replace(/\r\n[ \t]+/g, " ").split("\r\n"),
        body: fromQuotedPrintable(body.join("\r\n\r\n")),
      });
      done();
    },
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.server.address() as AddressInfo;
  return {
    mails,
    port,
    url: `smtp://127.0.0.1:${port}`,
    close: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function fromQuotedPrintable(text: string): string {
  const joined = text.replace(/=\r\n/g, "");
  return Buffer.from(
    joined.replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16))),
    "latin1",
  ).toString("utf8");
}
