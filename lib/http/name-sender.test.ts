import type { IncomingHttpHeaders } from "node:http";
import { Socket } from "node:net";
import { expect, test } from "vitest";
import { nameSender } from "./name-sender";

function nameOf(remoteAddress: string, headers: IncomingHttpHeaders = {}) {
  const socket = Object.defineProperty(new Socket(), "remoteAddress", { value: remoteAddress });
  nameSender({ headers, socket });
  return headers["x-forwarded-for"];
}

test("a sender from the internet is called by its own address, whatever it says", () => {
  expect(nameOf("203.0.114.9", { "x-forwarded-for": "198.51.100.1" })).toBe("203.0.114.9");
  expect(nameOf("::ffff:203.0.114.9", { "x-forwarded-for": "198.51.100.1" })).toBe("203.0.114.9");
});

test("a proxy beside us is believed, and without one the connection's address counts", () => {
  expect(nameOf("127.0.0.1", { "x-forwarded-for": "198.51.100.1, 203.0.114.9" })).toBe("198.51.100.1, 203.0.114.9");
  expect(nameOf("::ffff:10.0.0.2", { "x-forwarded-for": "203.0.114.9" })).toBe("203.0.114.9");
  expect(nameOf("::ffff:127.0.0.1")).toBe("127.0.0.1");
});
