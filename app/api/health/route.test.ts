import { expect, test } from "vitest";
import { closeDatabase } from "@/db/client";
import { announceShutdown } from "@/lib/shutdown";
import { GET } from "./route";

test("health is 200 while the database answers, and 503 with the reason once it is away", async () => {
  const healthy = await GET();
  expect([healthy.status, await healthy.json()]).toEqual([200, { status: "ok" }]);

  await closeDatabase();
  const away = await GET();
  expect([away.status, await away.json()]).toEqual([503, { status: "unavailable", reason: "The database does not answer." }]);
  expect(away.headers.get("retry-after")).toBe("2");
});

test("health is 503 as soon as the end has begun, so that a balancer sends nothing more", async () => {
  announceShutdown();
  const ending = await GET();
  expect([ending.status, await ending.json()]).toEqual([503, { status: "unavailable", reason: "The application is ending." }]);
});
