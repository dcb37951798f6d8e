import { once } from "node:events";
import { readFile, stat, writeFile } from "node:fs/promises";
import { connect, createServer } from "node:net";
import path from "node:path";
import { afterEach, expect, test, vi } from "vitest";
import { z } from "zod";
import { completeEnvironment, env } from "@/lib/env";
import { checkDurability } from "./check-durability";
import { keptSecret } from "./kept-secret";
import { openInstallation } from "./open-installation";

const databaseUrl = env.DATABASE_URL ?? "";

afterEach(() => {
  vi.unstubAllEnvs();
  completeEnvironment({});
});

test("an opened installation has its keys in the environment and in files that only their owner reads", async () => {
  const installation = await openInstallation();
  const file = path.join(env.DATA_DIR, "encryption-key");
  expect(env.ENCRYPTION_KEY).toMatch(/^[0-9a-f]{64}$/);
  expect((await readFile(file, "utf8")).trim()).toBe(env.ENCRYPTION_KEY);
  expect((await stat(file)).mode & 0o777).toBe(0o600);
  expect((await stat(path.join(env.DATA_DIR, "session-secret"))).mode & 0o777).toBe(0o600);
  await installation.close();
});

test("processes that make a secret at the same time agree on one", async () => {
  const secrets = await Promise.all(Array.from({ length: 20 }, () => keptSecret("agreed")));
  expect(new Set(secrets).size).toBe(1);
});

test("a database behind a pooler that turns synchronous commits off is refused in one sentence", async () => {
  expect((await checkDurability(databaseUrl)).synchronousCommit).toBe("on");
  const pooler = await carelessPooler(databaseUrl);
  await expect(checkDurability(pooler.url)).rejects.toThrow("The database has synchronous_commit off");
  pooler.close();
});

test("a data folder that can't be made fails in one sentence that names it", async () => {
  const file = path.join(env.DATA_DIR, "file");
  await writeFile(file, "");
  vi.stubEnv("DATA_DIR", path.join(file, "data"));
  completeEnvironment({});
  await expect(openInstallation()).rejects.toThrow(`DATA_DIR: the folder ${file}/data can't be written`);
});

test("a database that does not answer fails in one sentence without its password", async () => {
  vi.stubEnv("DATABASE_URL", "postgres://someone:secret@127.0.0.1:1/nothing");
  completeEnvironment({});
  const failure = await openInstallation().catch((error: Error) => error.message);
  expect(failure).toMatch(/^The database at 127\.0\.0\.1:1 does not answer/);
  expect(failure).not.toContain("secret");
});

/** Passes everything on, but rewrites the one setting that a client asks for in its first message. */
async function carelessPooler(target: string) {
  const wanted = Buffer.from("synchronous_commit\0on\0");
  const given = Buffer.from("synchronous_commit\0off\0");
  const server = createServer((client) => {
    const upstream = connect({ host: new URL(target).hostname, port: Number(new URL(target).port) });
    client.once("data", (message) => {
      const at = message.indexOf(wanted);
      const rewritten = Buffer.concat([message.subarray(0, at), given, message.subarray(at + wanted.length)]);
      rewritten.writeInt32BE(rewritten.length, 0);
      upstream.write(rewritten);
      client.pipe(upstream).pipe(client);
    });
    client.once("close", () => upstream.destroy());
  });
  await once(server.listen(0, "127.0.0.1"), "listening");
  const url = new URL(target);
  url.port = String(z.object({ port: z.number() }).parse(server.address()).port);
  return { url: url.href, close: () => server.close() };
}
