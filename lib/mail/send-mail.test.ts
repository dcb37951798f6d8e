import { afterEach, expect, test } from "vitest";
import { env } from "@/lib/env";
import { checkMail } from "@/lib/installation/doctor/check-mail";
import { sendMail } from "./send-mail";
import { startMailServer } from "./testing/start-mail-server";

const MAIL = { to: { name: "Ana", address: "ana@example.com" }, subject: "Hola", text: "Hola", html: "<p>Hola</p>", id: "mail-1" };
let server: Awaited<ReturnType<typeof startMailServer>> | undefined;

async function serve(...answers: Parameters<typeof startMailServer>) {
  server = await startMailServer(...answers);
  Object.assign(env, { SMTP_URL: server.url, SMTP_FROM: "AuditorIA <quality@example.com>" });
  return server;
}

afterEach(async () => {
  await server?.close();
  server = undefined;
  Object.assign(env, { SMTP_URL: undefined, SMTP_FROM: undefined });
});

test("a mail arrives with its sender, recipient, subject and both texts", async () => {
  const { mails } = await serve();
  await sendMail({ ...MAIL, subject: "Calidad del 16 al 22: ñandú" });
  expect(mails).toMatchObject([{ from: "quality@example.com", to: ["ana@example.com"] }]);
  expect(mails[0]?.head).toContain("From: AuditorIA <quality@example.com>");
  expect(mails[0]?.head).toContain("Message-ID: <mail-1@example.com>");
  expect(mails[0]?.head).toContain("Auto-Submitted: auto-generated");
  expect(mails[0]?.body).toContain("<p>Hola</p>");
});

test("a name or a subject with line breaks and addresses in it adds no header and no recipient", async () => {
  const { mails } = await serve();
  const evil = 'Eve" <eve@evil.example>,\r\nBcc: all@evil.example\nX-Evil: 1\u2028Cc: x@evil.example';
  await sendMail({ ...MAIL, to: { name: evil, address: "ana@example.com" }, subject: `Hola\r\nBcc: all@evil.example\r\n\r\n${evil}` });
  expect(mails).toMatchObject([{ to: ["ana@example.com"] }]);
  expect(mails[0]?.head.filter((line) => /^(bcc|cc|x-evil):/i.test(line))).toEqual([]);
  expect(mails[0]?.head.filter((line) => /^(to|subject):/i.test(line))).toHaveLength(2);
});

test("who is unknown to the server is refused for good; a full mailbox and a server in trouble are for later", async () => {
  const codes = new Map([
    ["unknown@example.com", 550],
    ["full@example.com", 452],
  ]);
  let trouble: number | null = null;
  await serve({ recipient: (address) => codes.get(address) ?? null, mail: () => trouble });
  const to = (address: string) => sendMail({ ...MAIL, to: { name: "", address } });
  await expect(to("unknown@example.com")).rejects.toMatchObject({ code: "invalid", isRetriable: false });
  await expect(to("full@example.com")).rejects.toMatchObject({ code: "unavailable", isRetriable: true });
  trouble = 451;
  await expect(to("ana@example.com")).rejects.toMatchObject({ isRetriable: true });
  trouble = 554;
  await expect(to("ana@example.com")).rejects.toMatchObject({ isRetriable: false });
});

test("a server that is away is for later, and so is one to which the password would go in clear", async () => {
  const { port, close } = await serve();
  Object.assign(env, { SMTP_URL: `smtp://user:secret@127.0.0.1:${port}` });
  await expect(sendMail(MAIL)).rejects.toMatchObject({ isRetriable: true });
  expect(await checkMail()).toMatchObject({ status: "warning", message: expect.not.stringContaining("secret") });
  Object.assign(env, { SMTP_URL: `smtp://user:secret@127.0.0.1:${port}?requireTLS=false` });
  await sendMail(MAIL);
  await close();
  server = undefined;
  await expect(sendMail(MAIL)).rejects.toMatchObject({ isRetriable: true });
});

test("doctor says whether mail is set up, and whether the server answers", async () => {
  expect(await checkMail()).toMatchObject({ status: "ok", message: expect.stringContaining("unset") });
  const { url, close } = await serve();
  expect(await checkMail()).toMatchObject({ status: "ok" });
  Object.assign(env, { SMTP_FROM: undefined });
  expect(await checkMail()).toMatchObject({ status: "warning", message: expect.stringContaining("SMTP_FROM is not") });
  await close();
  server = undefined;
  Object.assign(env, { SMTP_URL: url, SMTP_FROM: "quality@example.com" });
  expect(await checkMail()).toMatchObject({ status: "warning", message: expect.stringContaining("can't be used") });
});
