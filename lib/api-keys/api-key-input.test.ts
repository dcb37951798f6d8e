import { expect, test } from "vitest";
import { apiKeyInput } from "./api-key-input";

const now = new Date("2026-11-23T01:30:00Z");
const buenosAires = apiKeyInput({ timeZone: "America/Argentina/Buenos_Aires", now });
const errorOf = (input: unknown) => buenosAires.safeParse(input).error?.issues[0]?.message;

test("a key with a day of expiry is good until that day ends where the installation is", () => {
  // 22:30 of the 22nd there.
  expect(buenosAires.parse({ name: " Anura ", expiresOn: "2026-11-22" })).toEqual({
    name: "Anura",
    expiresAt: new Date("2026-11-23T03:00:00Z"),
  });
  expect(buenosAires.parse({ name: "Anura", expiresOn: "" })).toEqual({ name: "Anura", expiresAt: null });
  expect(buenosAires.parse({ name: "Anura" })).toEqual({ name: "Anura", expiresAt: null });
});

test("a key without a name, or with a day that is over or that never was, is refused in a word", () => {
  expect(errorOf({ name: " \u0000 ", expiresOn: "" })).toBe("name_missing");
  expect(errorOf({ name: "n".repeat(121) })).toBe("name_too_long");
  expect(errorOf({ name: "Anura", expiresOn: "2026-11-21" })).toBe("expiry_past");
  expect(errorOf({ name: "Anura", expiresOn: "2026-02-30" })).toBe("expiry_invalid");
  expect(errorOf({ name: "Anura", expiresOn: "tomorrow" })).toBe("expiry_invalid");
});
