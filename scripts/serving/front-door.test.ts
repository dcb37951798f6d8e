import { once } from "node:events";
import { Agent, type IncomingMessage, request, type ServerResponse } from "node:http";
import { afterEach, expect, test } from "vitest";
import { type FrontDoor, openFrontDoor } from "./front-door";

const doors: FrontDoor[] = [];
const agent = new Agent({ keepAlive: true });

afterEach(async () => {
  for (const door of doors.splice(0)) await door.drain(0);
});

test("every request gets 503 with Retry-After until the application is behind the door", async () => {
  const door = await open();
  const early = await ask(door, "/webhook/anura", { method: "POST" });
  expect([early.statusCode, early.headers["retry-after"]]).toEqual([503, "2"]);

  door.open(async (_request, response) => void response.end("ready"));
  expect((await ask(door, "/webhook/anura")).statusCode).toBe(200);
});

test("repeated slashes of a path reach the route as one, and those of a query stay", async () => {
  const door = await open();
  door.open(async (message, response) => void response.end(message.url));
  expect(await textOf(await ask(door, "//webhook///anura/"))).toBe("/webhook/anura/");
  expect(await textOf(await ask(door, "//sign-in?next=https://a//b?c"))).toBe("/sign-in?next=https://a//b?c");
});

test("the end waits for requests under way, ends event streams, and takes no new connection", async () => {
  const door = await open();
  const [slow, stream] = [Promise.withResolvers<ServerResponse>(), Promise.withResolvers<ServerResponse>()];
  door.open(async (message, response) => {
    if (message.url === "/stream") response.setHeader("Content-Type", "text/event-stream").write("data: 1\n\n");
    (message.url === "/stream" ? stream : slow).resolve(response);
  });
  const events = await ask(door, "/stream");
  const answer = ask(door, "/slow");
  const response = await slow.promise;

  const drained = door.drain(10_000);
  await once(events.resume(), "error");
  await expect(ask(door, "/late", { agent: false })).rejects.toThrow("ECONNREFUSED");
  response.end("whole");
  expect(await textOf(await answer)).toBe("whole");
  await drained;
});

test("what is still under way when the limit passes is cut", async () => {
  const door = await open();
  const arrived = Promise.withResolvers<void>();
  door.open(async () => arrived.resolve());
  const answer = ask(door, "/never");
  const cut = expect(answer).rejects.toThrow("socket hang up");
  await arrived.promise;
  await door.drain(50);
  await cut;
});

test("a port that another program has is explained in one sentence", async () => {
  const door = await open();
  await expect(openFrontDoor(door.port)).rejects.toThrow(`PORT: port ${door.port} is taken by another program; set PORT to a free one.`);
});

async function open(): Promise<FrontDoor> {
  const door = await openFrontDoor(0);
  doors.push(door);
  return door;
}

async function ask(door: FrontDoor, path: string, options: { method?: string; agent?: false } = {}): Promise<IncomingMessage> {
  const outgoing = request({ agent, ...options, host: "127.0.0.1", port: door.port, path });
  const answered = Promise.withResolvers<IncomingMessage>();
  outgoing.once("response", answered.resolve).once("error", answered.reject).end();
  return answered.promise;
}

async function textOf(message: IncomingMessage): Promise<string> {
  let text = "";
  for await (const chunk of message) text += String(chunk);
  return text;
}
