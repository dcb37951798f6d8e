import { expect, test } from "vitest";
import { requestBaseUrl } from "./request-base-url";

test("the address of a request is the one that the browser asked for, also behind proxies", () => {
  expect(requestBaseUrl(new Headers({ host: "localhost:3000" }))).toBe("http://localhost:3000");
  const forwarded = { host: "10.0.0.1:3000", "x-forwarded-host": "quality.example.com, inner", "x-forwarded-proto": "https, http" };
  expect(requestBaseUrl(new Headers(forwarded))).toBe("https://quality.example.com");
  expect(requestBaseUrl(new Headers({ host: "[::1]:3000" }))).toBe("http://[::1]:3000");
});

test("a host that could not be one is not repeated to anybody", () => {
  for (const host of ["", "a b", "evil.example/path?x=", "user@host", "<script>", "host:99999"]) {
    expect(requestBaseUrl(new Headers({ host }))).toBeNull();
  }
});
