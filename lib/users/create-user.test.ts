import { expect, test } from "vitest";
import { db } from "@/db/client";
import { verifyPassword } from "@/lib/auth/verify-password";
import { createUser } from "./create-user";
import { passwordProblem } from "./password-problem";

const GOOD = "pasto verde nube 7";

test("an account is kept under its address in lower case, and its password as a hash that only the password opens", async () => {
  const user = await createUser({ email: " Ana@Example.com ", password: GOOD, name: "Ana", role: "supervisor" });
  expect(user).toMatchObject({ email: "ana@example.com", name: "Ana", role: "supervisor" });
  const row = await db.query.users.findFirst({ where: (users, { eq }) => eq(users.id, user.id) });
  expect(row?.passwordHash).toMatch(/^scrypt\$/);
  expect(row?.passwordHash).not.toContain(GOOD);
  expect(await verifyPassword(GOOD, row?.passwordHash ?? "")).toBe(true);
  expect(await verifyPassword(`${GOOD} `, row?.passwordHash ?? "")).toBe(false);
});

test("an address has one account, in whatever case it is typed and however many ask at once", async () => {
  const attempts = ["eva@example.com", "EVA@example.com", "Eva@Example.Com"].map((email) =>
    createUser({ email, password: GOOD, role: "agent" }),
  );
  const results = await Promise.allSettled(attempts);
  expect(results.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const result of results) if (result.status === "rejected") expect(result.reason).toMatchObject({ code: "conflict" });
});

test("what is no address and what is a weak password are refused with the field that is wrong", async () => {
  await expect(createUser({ email: "not an address", password: GOOD, role: "admin" })).rejects.toMatchObject({
    code: "invalid",
    details: { field: "email" },
  });
  await expect(createUser({ email: "leo@example.com", password: "short", role: "admin" })).rejects.toMatchObject({
    code: "invalid",
    details: { field: "password", problem: "too_short" },
  });
});

test("a password is weak when it is short, repetitive, well known or the person's own name or address, and not for want of symbols", () => {
  const identity = ["maria.lopez@example.com", "María López Paz"];
  expect(passwordProblem("abcdefg", identity)).toBe("too_short");
  expect(passwordProblem("aaaaaaaaaaaaaaab", identity)).toBe("too_repetitive");
  expect(passwordProblem("Contraseña123", identity)).toBe("too_common");
  expect(passwordProblem("Maria.Lopez", identity)).toBe("contains_identity");
  expect(passwordProblem("MARÍA LÓPEZ PAZ", identity)).toBe("contains_identity");
  expect(passwordProblem("x".repeat(201), identity)).toBe("too_long");
  expect(passwordProblem("tres palabras sueltas", identity)).toBeNull();
});
