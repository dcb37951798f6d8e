import { expect, test } from "vitest";
import { parseRecordingUrl, parseRedirect } from "./parse-recording-url";

test.each([
  ["/a%2bb+c?sig=x%2By%3d&n=1", "/a%2bb+c?sig=x%2By%3d&n=1"],
  ["/a/../b/./c//d", "/a/../b/./c//d"],
  ["?id=1", "/?id=1"],
  ["", "/"],
  ["/caf\u00e9 uno.mp3", "/caf%C3%A9%20uno.mp3"],
  ["/a.mp3#fragment", "/a.mp3"],
  ["/50%.mp3", "/50%.mp3"],
  ["/a\\b|c", "/a\\b|c"],
])("the path %j is asked for byte for byte", (given, asked) => {
  expect(parseRecordingUrl(`https://pbx.example.com${given}`).path).toBe(asked);
});

test.each([
  ["http://2130706433/", "127.0.0.1"],
  ["http://0x7f000001/", "127.0.0.1"],
  ["http://0177.0.0.1/", "127.0.0.1"],
  ["http://127.1/", "127.0.0.1"],
  ["http://[::ffff:127.0.0.1]/", "::ffff:7f00:1"],
  ["http://EXAMPLE.com:8080/", "example.com"],
  ["http://ex\u0430mple.com/", "xn--exmple-4nf.com"],
])("the host of %s is read as the connection will read it", (url, hostname) => {
  expect(parseRecordingUrl(url).hostname).toBe(hostname);
});

test.each([
  ["ftp://pbx.example.com/a.mp3", "invalid_url"],
  ["file:///etc/passwd", "invalid_url"],
  ["//pbx.example.com/a.mp3", "invalid_url"],
  ["http:/pbx.example.com/a.mp3", "invalid_url"],
  ["http://", "invalid_url"],
  ["http://pbx.example.com\\@evil.example.com/", "invalid_url"],
  ["http://pbx\t.example.com/", "invalid_url"],
  ["http://pbx.example.com:99999/", "invalid_url"],
  ["http://user:secret@pbx.example.com/", "user_info"],
  ["http://pbx.example.com@10.0.0.1/", "user_info"],
])("%j is refused", (url, reason) => {
  expect(() => parseRecordingUrl(url)).toThrow(expect.objectContaining({ outcome: "refused", reason }));
});

test("host and port are named as the list of allowed hosts names them", () => {
  const named = ["http://pbx.internal/", "https://pbx.internal/", "http://PBX.internal:8080/a", "http://[::1]:9/", "http://127.1:80/"];
  expect(named.map((url) => parseRecordingUrl(url).hostAndPort)).toEqual([
    "pbx.internal:80",
    "pbx.internal:443",
    "pbx.internal:8080",
    "[::1]:9",
    "127.0.0.1:80",
  ]);
});

test("a redirect keeps the bytes of its address, absolute or relative", () => {
  const from = parseRecordingUrl("https://a.example.com:8443/x/y.mp3?z=1");
  const urls = ["https://b.example.com/k?X-Sig=a%2bb%2F", "//b.example.com/k%2b", "/k%2b/../m", "next.mp3", "/caf\u00c3\u00a9"];
  expect(urls.map((location) => parseRedirect(location, from)).map(({ origin, path }) => origin + path)).toEqual([
    "https://b.example.com/k?X-Sig=a%2bb%2F",
    "https://b.example.com/k%2b",
    "https://a.example.com:8443/k%2b/../m",
    "https://a.example.com:8443/x/next.mp3",
    "https://a.example.com:8443/caf%C3%A9",
  ]);
});
