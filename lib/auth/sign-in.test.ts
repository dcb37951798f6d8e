import { eq, sql } from "drizzle-orm";
import { beforeAll, expect, test } from "vitest";
import { db } from "@/db/client";
import { signInThrottles, users } from "@/db/schema";
import { createUser } from "@/lib/users/create-user";
import { MAX_FAILURES_PER_ADDRESS, MAX_FAILURES_PER_EMAIL } from "./count-sign-in-attempt";
import { signIn } from "./sign-in";

const password = "pasto verde nube 7";
const wrong = "cielo rojo lluvia 9";
let addresses = 0;
/** A network address that no other test has used. */
const remoteAddress = () => `192.0.2.${++addresses}`;

beforeAll(async () => {
  await createUser({ email: "ana@example.com", password, role: "admin" });
});

test("the right password signs in, in whatever case the address is typed", async () => {
  const claims = await signIn({ email: " ANA@example.com", password, remoteAddress: remoteAddress() });
  expect(claims).toEqual({ userId: expect.any(String), sessionVersion: 1 });
});

test("an unknown person, a wrong password and a disabled account are refused alike", async () => {
  const { id } = await createUser({ email: "off@example.com", password, role: "auditor" });
  await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, id));
  const refusals = await Promise.all(
    [
      { email: "nobody@example.com", password },
      { email: "ana@example.com", password: wrong },
      { email: "off@example.com", password },
    ].map((attempt) =>
      signIn({ ...attempt, remoteAddress: remoteAddress() }).catch(({ code, message, details }) => ({ code, message, details })),
    ),
  );
  expect(refusals[0]).toMatchObject({ code: "unauthorized" });
  expect(new Set(refusals.map((refusal) => JSON.stringify(refusal))).size).toBe(1);
});

test("guessing at one address is cut off after its failures, even sent all at once and from everywhere, and for an unknown one too", async () => {
  for (const email of ["guessed@example.com", "unknown@example.com"]) {
    if (email.startsWith("guessed")) await createUser({ email, password, role: "agent" });
    const attempts = Array.from({ length: MAX_FAILURES_PER_EMAIL + 4 }, () =>
      signIn({ email, password: wrong, remoteAddress: remoteAddress() }),
    );
    const codes = (await Promise.allSettled(attempts)).map((result) => (result.status === "rejected" ? result.reason.code : "signed in"));
    expect(codes.filter((code) => code === "unauthorized")).toHaveLength(MAX_FAILURES_PER_EMAIL);
    expect(codes.filter((code) => code === "rate_limited")).toHaveLength(4);
  }
  await expect(signIn({ email: "guessed@example.com", password, remoteAddress: remoteAddress() })).rejects.toMatchObject({
    code: "rate_limited",
    details: { retryAfterSeconds: expect.any(Number) },
  });
});

test("once the window has ended the right password signs in again", async () => {
  await createUser({ email: "later@example.com", password, role: "agent" });
  await db.insert(signInThrottles).values({
    subject: "email:later@example.com",
    failureCount: MAX_FAILURES_PER_EMAIL,
    windowEndsAt: sql`now() - interval '1 second'`,
  });
  await expect(signIn({ email: "later@example.com", password, remoteAddress: remoteAddress() })).resolves.toBeTruthy();
});

test("one network address that tries many accounts is cut off, and many people who sign in from one office are not", async () => {
  const office = remoteAddress();
  for (let person = 0; person < 3; person++) await signIn({ email: "ana@example.com", password, remoteAddress: office });
  const [counted] = await db
    .select()
    .from(signInThrottles)
    .where(eq(signInThrottles.subject, `ip:${office}`));
  expect(counted?.failureCount).toBe(0);

  const sprayer = remoteAddress();
  await db.insert(signInThrottles).values({
    subject: `ip:${sprayer}`,
    failureCount: MAX_FAILURES_PER_ADDRESS,
    windowEndsAt: sql`now() + interval '5 minutes'`,
  });
  await expect(signIn({ email: "ana@example.com", password, remoteAddress: sprayer })).rejects.toMatchObject({ code: "rate_limited" });
});
