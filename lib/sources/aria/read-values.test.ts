import fc from "fast-check";
import { expect, test } from "vitest";
import { readAmount, readEnder, readFlag, readInteger, readSeconds } from "./read-values";

test.each([
  ["0", "0.0000"],
  ["12.5", "12.5000"],
  ["$1,250.00", "1250.0000"],
  ["1.250,75", "1250.7500"],
  ["12,50", "12.5000"],
  ["1,250", "1250.0000"],
  [".5", "0.5000"],
  ["007", "7.0000"],
  ["-4.20", "-4.2000"],
  ["-$4.20", "-4.2000"],
  ["$-4.20", "-4.2000"],
  ["-$-4.20", null],
  ["($4.20)", "-4.2000"],
  ["45 USD", "45.0000"],
  ["99999999999999.9999", "99999999999999.9999"],
  ["0.1", "0.1000"],
  ["-0", "0.0000"],
  ["NaN", null],
  ["1e999", null],
  ["1e3", null],
  ["Infinity", null],
  ["--1", null],
  ["1,25,0", null],
  ["100000000000000", null],
  ["12.5.1", null],
  ["", null],
])("the amount %s is %s", (text, amount) => {
  const reading = readAmount(text);
  expect("value" in reading ? reading.value : null).toBe(amount);
});

test("more than four places are rounded half away from zero, and told", () => {
  expect(readAmount("1.00005")).toEqual({ value: "1.0001", remark: expect.stringContaining("1.0001") });
  expect(readAmount("-1.00005")).toMatchObject({ value: "-1.0001" });
  expect(readAmount("1.00004")).toMatchObject({ value: "1.0000", remark: expect.any(String) });
  expect(readAmount("1.000000")).toEqual({ value: "1.0000" });
  expect(readAmount("99999999999999.99999")).toHaveProperty("refused");
});

test("every amount with four places comes out as it went in, however it is grouped", () => {
  const amounts = fc.tuple(fc.bigInt({ min: 0n, max: 10n ** 18n - 1n }), fc.boolean());
  fc.assert(
    fc.property(amounts, ([units, isNegative]) => {
      const digits = units.toString().padStart(5, "0");
      const [whole, fraction] = [digits.slice(0, -4), digits.slice(-4)];
      const sign = isNegative && units > 0n ? "-" : "";
      const value = `${sign}${BigInt(whole)}.${fraction}`;
      const grouped = BigInt(whole).toLocaleString("en-US");
      expect(readAmount(value)).toEqual({ value });
      expect(readAmount(`${sign}$${grouped}.${fraction}`)).toEqual({ value });
    }),
  );
});

test("no text makes a reader throw, and what is read as an amount can be stored", () => {
  fc.assert(
    fc.property(fc.string(), (text) => {
      const reading = readAmount(text);
      if ("value" in reading) expect(reading.value).toMatch(/^-?\d{1,14}\.\d{4}$/);
      for (const read of [readEnder, readFlag, readInteger, readSeconds]) read(text);
    }),
  );
});

test.each([
  ["95", 95],
  ["95.5", 95.5],
  ["00:01:35", 95],
  ["1:35", 95],
  ["12:00:00", 43_200],
  ["0", 0],
  ["-1", null],
  ["1:75", null],
  ["soon", null],
  ["1e3", null],
])("the duration %s is %s seconds", (text, seconds) => {
  const reading = readSeconds(text);
  expect("value" in reading ? reading.value : null).toBe(seconds);
});

test("yes and no are read in any case, and who ended a call by its three words", () => {
  for (const word of ["True", "TRUE", "1", "yes", "On"]) expect(readFlag(word)).toEqual({ value: true });
  for (const word of ["False", "0", "NO", "off"]) expect(readFlag(word)).toEqual({ value: false });
  expect(readFlag("y")).toHaveProperty("refused");
  expect(["Caller", "CALLEE", "system"].map((word) => readEnder(word))).toEqual([
    { value: "caller" },
    { value: "callee" },
    { value: "system" },
  ]);
  expect(readEnder("Nobody")).toHaveProperty("refused");
  expect(readInteger("1001.0")).toEqual({ value: "1001" });
});
