import { expect, test } from "vitest";
import { formatAmount } from "./format-amount";

test("no digit of an amount is lost or made up, however long it is", () => {
  expect(formatAmount("en", "12345678901234567890.1234")).toBe("12,345,678,901,234,567,890.1234");
  expect(formatAmount("es", "99999999999999.9999")).toBe("99.999.999.999.999,9999");
  expect(formatAmount("pt", "-0.0001")).toBe("-0,0001");
  expect(formatAmount("en", "-1250.5000")).toBe("-1,250.50");
  expect(formatAmount("en", "0.0000")).toBe("0.00");
});
