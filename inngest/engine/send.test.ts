import { afterAll, beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { inngest } from "../client";
import { serveFunctions } from "../contract/serve-functions";
import { eventually } from "../testing/eventually";
import { embeddedFetch } from "./embedded-fetch";
import type { RunningEngine } from "./start-engine";

const seen: unknown[] = [];
const listener = inngest.createFunction(
  { id: "listener", triggers: [{ event: "send/told" }] },
  ({ event }) => void seen.push(event.data.value),
);
let engines: RunningEngine;

beforeAll(async () => {
  engines = await serveFunctions({ functions: [listener] });
});
afterAll(() => engines.stop());

const tell = (value: unknown, options: { id?: string; ts?: number } = {}) =>
  inngest.send({ name: "send/told", data: { value }, ...options });
const post = (body: unknown, seed = "1,c2VlZA==") =>
  embeddedFetch("http://embedded.local/e/embedded", {
    method: "POST",
    body: JSON.stringify(body),
    headers: { "x-inngest-event-id-seed": seed },
  });

test("a thousand events sent at once start a thousand runs", async () => {
  const values = Array.from({ length: 1_000 }, (_, index) => `many-${index}`);
  const { ids } = await inngest.send(values.map((value) => ({ name: "send/told", data: { value } })));
  expect(new Set(ids).size).toBe(1_000);
  await eventually(() => expect(seen.filter((value) => String(value).startsWith("many-"))).toHaveLength(1_000), { timeout: 20_000 });
  expect(new Set(seen).size).toBe(seen.length);
});

test("a send that is tried again after its answer was lost adds nothing", async () => {
  const events = [{ name: "send/told", data: { value: "tried" }, ts: Date.now() }];
  const [first, second] = [await post(events, "7,dHJpZWQ="), await post(events, "7,dHJpZWQ=")];
  expect(await first.json()).toEqual(await second.json());
  await tell("after the second try");
  await eventually(() => expect(seen).toContain("after the second try"));
  expect(seen.filter((value) => value === "tried")).toHaveLength(1);
});

test("an event may hold what jsonb cannot: NUL, and nesting; half a surrogate pair arrives as U+FFFD", async () => {
  await tell("\\ud800 and \ud800");
  await eventually(() => expect(seen).toContain("\\ud800 and \ufffd"));
  const values = ["a\0b", Array.from({ length: 500 }).reduce<unknown>((inner) => [inner], "deep")];
  for (const value of values) await tell(value);
  for (const value of values) await eventually(() => expect(seen).toContainEqual(value));
});

test("an event whose time is to come starts its run then", async () => {
  const at = Date.now() + 700;
  await tell("later", { ts: at });
  await tell("sooner");
  await eventually(() => expect(seen).toContain("sooner"));
  await eventually(() => expect(seen).toContain("later"), { timeout: 5_000, interval: 5 });
  expect(Date.now()).toBeGreaterThanOrEqual(at - 5);
});

test.each([
  ["no name", [{ data: {} }]],
  ["no event", "hello"],
  ["an empty name", { name: "", data: {} }],
])("a body with %s is refused with 400 and stores nothing", async (_, body) => {
  const response = await post(body);
  expect(response.status).toBe(400);
  expect(await sqlClient`select * from engine.inbox`).toEqual([]);
});

test("something in the inbox that is no event is dropped, and what came after it goes on", async () => {
  await sqlClient`insert into engine.inbox (event) values ('{"name": 5}'), ('[]')`;
  await tell("behind the wreck");
  await eventually(() => expect(seen).toContain("behind the wreck"), { timeout: 5_000 });
});

test("what the engine does not have is answered with 404", async () => {
  expect((await embeddedFetch("http://embedded.local/v1/signals", { method: "POST", body: "{}" })).status).toBe(404);
});
