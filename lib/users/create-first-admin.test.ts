import { expect, test } from "vitest";
import { db } from "@/db/client";
import { users } from "@/db/schema";
import { createFirstAdmin } from "./create-first-admin";
import { hasUsers } from "./has-users";

test("of many who set the installation up at the same time exactly one becomes its admin, and later nobody does", async () => {
  expect(await hasUsers()).toBe(false);
  const attempts = Array.from({ length: 8 }, (_, index) =>
    createFirstAdmin({ email: `admin${index}@example.com`, password: "pasto verde nube 7", name: `Admin ${index}` }),
  );
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
  expect(await db.select({ role: users.role }).from(users)).toEqual([{ role: "admin" }]);
  expect(await hasUsers()).toBe(true);
  await expect(createFirstAdmin({ email: "late@example.com", password: "pasto verde nube 7" })).rejects.toMatchObject({ code: "conflict" });
});
