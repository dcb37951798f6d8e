import { eq } from "drizzle-orm";
import { encode } from "next-auth/jwt";
import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { makeCampaign, makeUser } from "@/db/testing/make-task";
import { clientAddress } from "./client-address";
import { findSignedInUser } from "./find-signed-in-user";
import { safeNextPath } from "./requested-path";
import { createSessionToken, readSessionToken } from "./session-token";

test("a session token gives back its claims, and nothing when it is not ours, was changed or has ended", async () => {
  const claims = { userId: "0199a1b2-0000-7000-8000-000000000001", sessionVersion: 3 };
  const token = await createSessionToken(claims);
  expect(token).not.toContain(claims.userId);
  expect(await readSessionToken(token)).toEqual(claims);
  expect(await readSessionToken(`${token.slice(0, -8)}${token.at(-8) === "x" ? "y" : "x"}${token.slice(-7)}`)).toBeNull();
  expect(await readSessionToken("")).toBeNull();
  const foreign = await encode({ token: { sub: claims.userId, sessionVersion: 3 }, secret: "somebody else's secret" });
  expect(await readSessionToken(foreign)).toBeNull();
});

test("a session shows its person as the database has them now, and ends with a new session version or the account", async () => {
  const campaignId = await makeCampaign();
  const userId = await makeUser({ role: "auditor", name: "Ana", campaignIds: [campaignId] });
  const claims = { userId, sessionVersion: 1 };
  expect(await findSignedInUser(claims)).toMatchObject({
    name: "Ana",
    viewer: { userId, role: "auditor", campaignIds: [campaignId], operatorId: null },
  });

  await db.update(users).set({ role: "supervisor" }).where(eq(users.id, userId));
  expect((await findSignedInUser(claims))?.viewer.role).toBe("supervisor");

  await db.update(users).set({ sessionVersion: 2 }).where(eq(users.id, userId));
  expect(await findSignedInUser(claims)).toBeNull();
  expect(await findSignedInUser({ userId, sessionVersion: 2 })).not.toBeNull();

  await db.update(users).set({ disabledAt: new Date() }).where(eq(users.id, userId));
  expect(await findSignedInUser({ userId, sessionVersion: 2 })).toBeNull();
});

test("after signing in one goes on to a page of this site and never to another", () => {
  expect(safeNextPath("/dashboard/tasks?status=failed")).toBe("/dashboard/tasks?status=failed");
  for (const text of [
    "https://evil.example",
    "//evil.example",
    "/\\evil.example",
    "/\t/evil.example",
    "javascript:alert(1)",
    "/sign-in",
    "",
    null,
  ])
    expect(safeNextPath(text)).toBe("/dashboard");
});

test("the client's address is the one that the nearest proxy saw, whatever the browser claims before it", () => {
  expect(clientAddress(new Headers({ "x-forwarded-for": "10.0.0.1, 198.51.100.7" }))).toBe("198.51.100.7");
  expect(clientAddress(new Headers())).toBe("unknown");
});
