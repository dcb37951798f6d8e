import { describe, expect, test } from "vitest";
import { ANURA_FIELDS } from "./fields";
import { anuraBody } from "./testing/anura-body";
import { readBody } from "./testing/read-body";
import { readCall } from "./testing/read-call";

const VALUE_NEEDED = ["dialtime", "direction", "duration", "billseconds", "campaign_id"];
const VALUE_OPTIONAL = ANURA_FIELDS.map(({ name }) => name).filter((name) => !VALUE_NEEDED.includes(name));

test("a delivery that ends a recorded call says all that is known of the call", async () => {
  expect(await readBody(anuraBody({ cdrid: "20261120-1", custom1: "kept out" }))).toEqual({
    eventKind: "END",
    campaignId: 7,
    callKey: expect.stringMatching(/^[0-9a-f]{64}$/),
    warnings: [],
    outcome: "call",
    call: {
      source: "anura",
      campaignId: 7,
      identity: { kind: "id", externalId: "20261120-1" },
      direction: "inbound",
      startedAt: new Date("2026-11-20T15:00:00Z"),
      calling: "+54 9 11 6795-0079",
      called: "08001234",
      callingNormalized: "+5491167950079",
      calledNormalized: "08001234",
      disposition: "ANSWERED",
      durationSeconds: 62,
      billableSeconds: 60,
      extension: "201",
      operatorName: "Mar\u00eda L\u00f3pez",
      isEnded: true,
      hasRecording: true,
      recordingUrl: "https://recordings.example.com/1.mp3",
    },
  });
});

test("the same call reads the same as a form and as text/plain", async () => {
  const call = await readCall(anuraBody());
  const form = new URLSearchParams(Object.entries(anuraBody()).map(([key, value]) => [key, String(value)])).toString();
  expect(await readCall(form, { contentType: "application/x-www-form-urlencoded" })).toEqual(call);
  expect(await readCall(`\uFEFF${JSON.stringify(anuraBody())}`, { contentType: "text/plain" })).toEqual(call);
});

describe("presence", () => {
  test("every missing key is named in one answer, in the order of the guide", async () => {
    const reading = await readBody({ hooktrigger: "start" });
    expect(reading).toMatchObject({ outcome: "refused", status: 422, code: "invalid_fields", eventKind: "START", callKey: null });
    expect(reading.outcome === "refused" && reading.problems).toEqual(
      ANURA_FIELDS.map(({ name }) => ({ path: name, code: "missing", message: `${name} is not in the body.` })),
    );
  });

  test.each(ANURA_FIELDS.map(({ name }) => name))("without the key %s a delivery is refused", async (name) => {
    const problems = [{ path: name, code: "missing", message: `${name} is not in the body.` }];
    const message = `A field is missing or wrong: ${name}.`;
    expect(await readBody(anuraBody({ [name]: undefined }))).toMatchObject({ outcome: "refused", status: 422, message, problems });
  });

  const NO_VALUES = ["", "  \t\u00a0", null, "{{ variable }}", "{{}}", "+54 {{ calling }}"];

  test.each(VALUE_NEEDED.flatMap((name) => NO_VALUES.map((value) => [name, value])))(
    "%s must have a value, and %j is none",
    async (name, value) => {
      const reading = await readBody(anuraBody({ [String(name)]: value }));
      expect(reading).toMatchObject({ outcome: "refused", code: "invalid_fields", problems: [{ path: name, code: "no_value" }] });
    },
  );

  test.each(VALUE_OPTIONAL.flatMap((name) => NO_VALUES.map((value) => [name, value])))(
    "%s may have no value such as %j: the call is taken in",
    async (name, value) => {
      expect(await readBody(anuraBody({ [String(name)]: value }))).toMatchObject({ outcome: "call" });
    },
  );

  test("a variable that was not replaced is shown as a warning, also in a field that is ignored otherwise", async () => {
    const { warnings, calling } = await readCall(
      anuraBody({ calling: " {{ callling }} ", extra: "{{ price }}", accountname: "Sr. {{ name }}" }),
    );
    expect(calling).toBe("");
    expect(warnings).toEqual([
      { path: "calling", code: "unreplaced_variable", message: expect.stringContaining('"{{ callling }}"') },
      { path: "accountname", code: "unreplaced_variable", message: expect.stringContaining("accountname") },
      { path: "extra", code: "unreplaced_variable", message: expect.stringContaining("{{ price }}") },
    ]);
  });

  test("all that is wrong is told at once: missing, empty and malformed fields, the campaign's among them", async () => {
    const reading = await readBody(
      anuraBody({
        status: undefined,
        duration: "",
        direction: "up",
        campaign_id: "#1",
        dialtime: "2026-02-30 10:00:00",
        audio_file_mp3: "x",
      }),
    );
    expect(reading).toMatchObject({
      message: "6 fields are missing or wrong: dialtime, direction, status, duration, audio_file_mp3, campaign_id.",
    });
    expect(reading.outcome === "refused" && reading.problems.map(({ path, code }) => [path, code])).toEqual([
      ["dialtime", "malformed"],
      ["direction", "malformed"],
      ["status", "missing"],
      ["duration", "no_value"],
      ["audio_file_mp3", "malformed"],
      ["campaign_id", "malformed"],
    ]);
  });

  test("a list or an object is no text", async () => {
    const wrong = {
      calling: {},
      called: [],
      accountname: {},
      accountextension: [],
      queueagentname: {},
      answerterminal: [],
      cdrid: {},
      hooktrigger: [],
    };
    const reading = await readBody(anuraBody(wrong));
    expect(reading.outcome === "refused" && reading.problems.map(({ path }) => path).sort()).toEqual(Object.keys(wrong).sort());
    expect(await readCall(anuraBody({ status: {} }))).toMatchObject({
      disposition: "",
      warnings: [{ path: "status", code: "not_a_text" }],
    });
  });

  test("a message shows what was sent, cut to a length that can be read", async () => {
    const reading = await readBody(anuraBody({ direction: "x".repeat(100_000) }));
    expect(reading).toMatchObject({
      problems: [
        { message: `direction was sent as "${"x".repeat(60)}"\u2026; accepted is inbound, in or entrante; or outbound, out or saliente.` },
      ],
    });
  });
});

describe("campaign_id", () => {
  test.each([7, "7", " 7 ", "007", "7.0"])("%j is campaign 7", async (campaign_id) => {
    expect(await readCall(anuraBody({ campaign_id }))).toMatchObject({ campaignId: 7 });
  });

  test.each([
    "#1",
    "<YOUR_CAMPAIGN_ID>",
    1.5,
    "1.5",
    -1,
    "-1",
    0,
    "1e3",
    2_147_483_648,
    1e300,
    "9".repeat(300),
    "seven",
    true,
    [],
    {},
    "\uff17",
  ])("%j is refused as malformed, in words that show it", async (campaign_id) => {
    const reading = await readBody(anuraBody({ campaign_id }));
    expect(reading).toMatchObject({
      outcome: "refused",
      status: 422,
      code: "unknown_campaign",
      campaignId: null,
      message: expect.stringMatching(/^campaign_id was sent as .+; accepted is a campaign's number, such as 7\.$/),
      problems: [{ path: "campaign_id", code: "malformed" }],
    });
  });

  test.each([
    ["unknown_campaign", null, "Campaign ID #7 does not exist."],
    ["campaign_archived", { source: "anura", isArchived: true }, "Campaign ID #7 is archived, and takes in no calls."],
    ["wrong_source", { source: "aria", isArchived: false }, "Campaign ID #7 takes its calls from the source aria, not from Anura."],
    [
      "wrong_source",
      { source: null, isArchived: false },
      "Campaign ID #7 has no audio source yet; Anura must be chosen and saved as its source.",
    ],
  ] as const)("%s: %j is refused, whatever the event, with the campaign's name", async (code, facts, message) => {
    for (const hooktrigger of ["END", "START", "RECORDING"]) {
      const findCampaign = async (id: number) => facts && { id, timeZone: null, ...facts };
      const reading = await readBody(anuraBody({ hooktrigger, cdrid: "1" }), { findCampaign });
      const problems = [{ path: "campaign_id", code, message }];
      expect(reading).toMatchObject({
        outcome: "refused",
        status: 422,
        code,
        message,
        problems,
        campaignId: 7,
        callKey: expect.any(String),
      });
    }
  });

  test("wrong fields come before the campaign", async () => {
    expect(await readBody(anuraBody({ direction: "" }), { findCampaign: () => null })).toMatchObject({
      code: "invalid_fields",
      campaignId: 7,
    });
  });

  test("a delivery pointed to another campaign is read for that one, whatever its body says", async () => {
    for (const campaign_id of ["#1", 99, undefined, ""]) {
      expect(await readCall(anuraBody({ campaign_id }), { campaignId: 5 })).toMatchObject({ campaignId: 5 });
    }
  });
});

describe("hooktrigger", () => {
  test.each([undefined, null, "", "end", " END ", "End", "{{ hooktrigger }}"])("%j is the end of a call", async (hooktrigger) => {
    expect(await readBody(anuraBody({ hooktrigger }))).toMatchObject({ outcome: "call", eventKind: "END", call: { isEnded: true } });
  });
  test.each(["RECORDING", "recording"])("%j brings a recording, and ends nothing", async (hooktrigger) => {
    expect(await readBody(anuraBody({ hooktrigger }))).toMatchObject({ outcome: "call", eventKind: "RECORDING", call: { isEnded: false } });
  });
  test.each(["START", "talk", "Originate"])("%j is ignored: the call is not over", async (hooktrigger) => {
    const reading = await readBody(anuraBody({ hooktrigger }));
    expect(reading).toMatchObject({
      outcome: "ignored",
      reason: "not_end",
      eventKind: hooktrigger.toUpperCase(),
      callKey: expect.any(String),
    });
  });
  test.each(["HANGUP", "x".repeat(500), 5])("%j is ignored: nobody knows the event", async (hooktrigger) => {
    const reading = await readBody(anuraBody({ hooktrigger }));
    expect(reading).toMatchObject({ outcome: "ignored", reason: "unknown_event" });
    expect(reading.eventKind.length).toBeLessThanOrEqual(64);
  });
});

test("a body that is not JSON, or of an unknown type, names no call", async () => {
  const nothing = { eventKind: "", campaignId: null, callKey: null, warnings: [], problems: [], outcome: "refused" };
  expect(await readBody('{"campaign_id": {{ x }}}')).toMatchObject({
    ...nothing,
    status: 400,
    code: "invalid_json",
    position: { line: 1, column: 18 },
  });
  expect(await readBody("[]")).toMatchObject({ ...nothing, status: 400, code: "not_an_object" });
  expect(await readBody("{}", { contentType: "image/png" })).toMatchObject({ ...nothing, status: 415 });
});
