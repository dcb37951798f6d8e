import { describe, expect, test } from "vitest";
import { anuraBody } from "./testing/anura-body";
import { readBody } from "./testing/read-body";
import { readCall } from "./testing/read-call";

describe("audio_file_mp3", () => {
  test.each([
    ["https://a.example/x.mp3?a=1&amp;b=%20&amp;amp;c", "https://a.example/x.mp3?a=1&b=%20&amp;c"],
    [" http://a.example:8080/a b/\u00f1.mp3#t \n", "http://a.example:8080/a b/\u00f1.mp3#t"],
    ["HTTPS://A.Example/../X.mp3", "HTTPS://A.Example/../X.mp3"],
  ])("%j is fetched byte for byte, with &amp; decoded once", async (sent, recordingUrl) => {
    expect(await readCall(anuraBody({ audio_file_mp3: sent }))).toMatchObject({ recordingUrl });
  });

  const WRONG = [
    "x.mp3",
    "ftp://a.example/x.mp3",
    "file:///etc/passwd",
    "javascript:alert(1)",
    "https://",
    "http://[::1/x",
    "https://a.example/\nx",
    `https://a.example/${"x".repeat(9000)}`,
    "https://a.example/\u0000",
    5,
    {},
  ];

  test.each(WRONG)("%j is refused when the call was recorded", async (sent) => {
    const reading = await readBody(anuraBody({ audio_file_mp3: sent }));
    expect(reading).toMatchObject({
      outcome: "refused",
      code: "invalid_fields",
      problems: [{ path: "audio_file_mp3", code: "malformed" }],
    });
    expect(await readBody(anuraBody({ audio_file_mp3: sent, hooktrigger: "RECORDING" }))).toMatchObject({ outcome: "refused" });
  });

  test.each(WRONG)("%j is not looked at when the call was not recorded, or is not over", async (sent) => {
    expect(await readCall(anuraBody({ audio_file_mp3: sent, wasrecorded: "no" }))).toMatchObject({ recordingUrl: null });
    expect(await readBody(anuraBody({ audio_file_mp3: sent, hooktrigger: "START" }))).toMatchObject({ outcome: "ignored" });
  });

  test("a recorded call may have no address yet", async () => {
    expect(await readCall(anuraBody({ audio_file_mp3: "" }))).toMatchObject({ hasRecording: true, recordingUrl: null });
    expect(await readCall(anuraBody({ audio_file_mp3: "{{ audio_file_mp3 }}" }))).toMatchObject({ hasRecording: true, recordingUrl: null });
  });
});
