import { expect, test } from "vitest";
import { describeEndpoint } from "./describe-endpoint";

const path = "/webhook/anura/";

test("a public https address is taken apart as a platform's settings ask for it", () => {
  expect(describeEndpoint({ baseUrl: "https://quality.example.com", path })).toEqual({
    url: "https://quality.example.com/webhook/anura/",
    protocol: "HTTPS",
    host: "quality.example.com",
    port: "443",
    path,
    problems: [],
  });
});

test("a port of its own is kept, and a path or a slash after the host never doubles", () => {
  expect(describeEndpoint({ baseUrl: "https://quality.example.com:8443/", path })).toMatchObject({
    url: "https://quality.example.com:8443/webhook/anura/",
    port: "8443",
  });
  expect(describeEndpoint({ baseUrl: "https://quality.example.com/app", path }).url).toBe("https://quality.example.com/webhook/anura/");
});

test.each([
  ["http://quality.example.com", ["plain_http"]],
  ["http://localhost:3000", ["localhost", "plain_http"]],
  ["https://LOCALHOST.", ["localhost"]],
  ["https://app.localhost", ["localhost"]],
  ["https://127.9.0.1", ["localhost"]],
  ["https://0x7f000001", ["localhost"]],
  ["https://[::1]", ["localhost"]],
  ["https://[::ffff:127.0.0.1]", ["localhost"]],
  ["https://0.0.0.0", ["localhost"]],
  ["https://10.0.0.5", ["private_host"]],
  ["https://192.168.1.20", ["private_host"]],
  ["https://100.64.0.1", ["private_host"]],
  ["https://169.254.1.1", ["private_host"]],
  ["https://[fd00::1]", ["private_host"]],
  ["https://quality", ["private_host"]],
  ["https://quality.local", ["private_host"]],
  ["https://quality.lan", ["private_host"]],
  ["https://8.8.8.8", []],
  ["https://[2001:4860:4860::8888]", []],
])("%s is reached from the internet, or it is said why not", (baseUrl, problems) => {
  expect(describeEndpoint({ baseUrl, path }).problems).toEqual(problems);
});
