import { afterEach, beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { startMailServer } from "@/lib/mail/testing/start-mail-server";
import { chooseDigest } from "./choose-digest";
import { findDigestChoice } from "./find-digest-choice";
import { listDigestRecipients } from "./list-digest-recipients";
import { sendDigest } from "./send-digest";
import { sendOwnDigest } from "./send-own-digest";

/** A Tuesday, in the week of Monday the 23rd. */
const NOW = new Date("2026-11-24T15:00:00Z");
const codes = new Map<string, number>();
let server: Awaited<ReturnType<typeof startMailServer>>;
let campaignId = 0;

beforeEach(async () => {
  await sqlClient`truncate digest_sends`;
  await sqlClient`update users set disabled_at = now(), email = 'past-' || id`;
  await sqlClient`update campaigns set archived_at = now()`;
  codes.clear();
  server = await startMailServer({ recipient: (address) => codes.get(address) ?? null });
  Object.assign(env, { SMTP_URL: server.url, SMTP_FROM: "quality@example.com" });
  campaignId = await makeCampaign({ name: "Ventas" });
  const completed = { status: "completed", completedAt: new Date("2026-11-20T15:00:00Z"), score: 80, scoreWithoutFail: 80 } as const;
  await makeAudit({ scorecard: await makeScorecard({ campaignId }), campaignId, operatorId: await makeOperator(), audit: completed });
});

afterEach(async () => {
  await server.close();
  Object.assign(env, { SMTP_URL: undefined, SMTP_FROM: undefined });
});

const supervisor = (email: string, more: Parameters<typeof makeUser>[0] = {}) =>
  makeUser({ role: "supervisor", email, campaignIds: [campaignId], ...more });

async function sendAll(): Promise<string[]> {
  const { week, recipients } = await listDigestRecipients({ now: NOW });
  return Promise.all(recipients.map((recipient) => sendDigest({ week, recipient, now: NOW })));
}

const addressees = () => server.mails.flatMap(({ to }) => to).toSorted();

test("the week's digest goes to supervisors who want it, to admins who asked for it, and to addresses of campaigns that are nobody's", async () => {
  await supervisor("sara@example.com");
  await supervisor("off@example.com", { receivesDigest: false });
  await supervisor("gone@example.com", { disabledAt: new Date() });
  await supervisor("invited@example.com", { passwordHash: null });
  await supervisor("elsewhere@example.com", { campaignIds: [] });
  await makeUser({ role: "admin", email: "quiet@example.com" });
  await makeUser({ role: "admin", email: "root@example.com", receivesDigest: true });
  await makeUser({ role: "auditor", email: "auditor@example.com", campaignIds: [campaignId], receivesDigest: true });
  const named = ["boss@example.com", "auditor@example.com", "gone@example.com", "sara@example.com"];
  await sqlClient`update campaigns set supervisor_emails = ${named} where id = ${campaignId}`;
  expect(await listDigestRecipients({ now: NOW })).toMatchObject({ week: "2026-11-23" });
  expect(await sendAll()).toEqual(["sent", "sent", "sent"]);
  expect(addressees()).toEqual(["boss@example.com", "root@example.com", "sara@example.com"]);
  expect(server.mails[0]?.body).toContain("Ventas");
  expect(server.mails[0]?.body).not.toMatch(/revenue|cost|payout|ingreso|costo/i);
});

test("of any number who send at once each recipient gets one mail, and none in another round of the same week", async () => {
  await supervisor("sara@example.com");
  await supervisor("tomas@example.com");
  await Promise.all([sendAll(), sendAll(), sendAll(), sendAll()]);
  expect(addressees()).toEqual(["sara@example.com", "tomas@example.com"]);
  expect(await listDigestRecipients({ now: NOW })).toMatchObject({ recipients: [] });
  const { recipients } = await listDigestRecipients({ now: new Date("2026-11-30T15:00:00Z") });
  expect(recipients).toHaveLength(2);
});

test("a server that is away is tried again, and one that refuses somebody for good is not, whatever becomes of others", async () => {
  await supervisor("sara@example.com");
  await supervisor("unknown@example.com");
  codes.set("unknown@example.com", 550);
  Object.assign(env, { SMTP_URL: "smtp://127.0.0.1:1" });
  expect(await sendAll()).toEqual(["later", "later"]);
  Object.assign(env, { SMTP_URL: server.url });
  expect((await sendAll()).toSorted()).toEqual(["refused", "sent"]);
  expect(await sendAll()).toEqual([]);
  expect(addressees()).toEqual(["sara@example.com"]);
  const rows = await sqlClient`select outcome, failure from digest_sends order by outcome`;
  expect(rows).toMatchObject([
    { outcome: "sent", failure: null },
    { outcome: "refused", failure: expect.stringContaining("not here") },
  ]);
});

test("a claim of a process that died is taken over once it is old; the second mail has the first one's Message-ID", async () => {
  const userId = await supervisor("sara@example.com");
  const recipient = `user:${userId}`;
  expect(await sendDigest({ week: "2026-11-23", recipient, now: NOW })).toBe("sent");
  await sqlClient`update digest_sends set outcome = null, ended_at = null`;
  expect(await sendDigest({ week: "2026-11-23", recipient, now: NOW })).toBe("later");
  await sqlClient`update digest_sends set claimed_until = now() - interval '1 second'`;
  expect(await sendDigest({ week: "2026-11-23", recipient, now: NOW })).toBe("sent");
  const ids = server.mails.map(({ head }) => head.find((line) => line.startsWith("Message-ID:")));
  expect(ids).toHaveLength(2);
  expect(new Set(ids).size).toBe(1);
});

test("nothing to say is no mail, and is not looked at again that week", async () => {
  const empty = await makeCampaign();
  await makeUser({ role: "supervisor", campaignIds: [empty] });
  expect(await sendAll()).toEqual(["nothing"]);
  expect(await sendAll()).toEqual([]);
  expect(server.mails).toEqual([]);
});

test("one turns the digest off and on, and has it sent at once in one's own language; there is none for auditors and agents", async () => {
  const userId = await supervisor("sara@example.com");
  const viewer: Viewer = { userId, role: "supervisor", campaignIds: [campaignId], operatorId: null };
  expect(await findDigestChoice({ viewer })).toEqual({ isWanted: true, isMailConfigured: true });
  await chooseDigest({ viewer, isWanted: false });
  expect(await findDigestChoice({ viewer })).toMatchObject({ isWanted: false });
  expect(await sendAll()).toEqual([]);
  const [recent] =
    await sqlClient`update audits set completed_at = now() - interval '2 days' where campaign_id = ${campaignId} returning id`;
  expect(recent).toBeDefined();
  expect(await sendOwnDigest({ viewer, locale: "en" })).toEqual({ status: "sent", reason: null });
  expect(server.mails[0]?.body).toContain("Quality of the week");
  codes.set("sara@example.com", 550);
  expect(await sendOwnDigest({ viewer, locale: "en" })).toMatchObject({ status: "refused" });
  Object.assign(env, { SMTP_URL: "smtp://127.0.0.1:1" });
  expect(await sendOwnDigest({ viewer, locale: "en" })).toMatchObject({ status: "away" });
  Object.assign(env, { SMTP_URL: undefined });
  expect(await sendOwnDigest({ viewer, locale: "en" })).toMatchObject({ status: "not_configured" });
  for (const role of ["auditor", "agent"] as const) {
    expect(await findDigestChoice({ viewer: { ...viewer, role } })).toBeNull();
    await expect(chooseDigest({ viewer: { ...viewer, role }, isWanted: true })).rejects.toMatchObject({ code: "not_found" });
    expect(await sendOwnDigest({ viewer: { ...viewer, role }, locale: "en" })).toMatchObject({ status: "nothing" });
  }
});
