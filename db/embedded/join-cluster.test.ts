import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { chown, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import postgres from "postgres";
import { afterEach, expect, test } from "vitest";
import { z } from "zod";
import { joinCluster } from "./join-cluster";
import { serverAccount } from "./server-account";
import { serverBinaries } from "./server-binaries";
import { serverLauncher } from "./server-launcher";
import { findServer } from "./server-process";
import type { ClusterEvent } from "./watch-server";

const settings = { fsync: "off" };
const isRoot = process.getuid?.() === 0;
const cleanUps: (() => unknown)[] = [];

afterEach(async () => {
  for (const cleanUp of cleanUps.splice(0).reverse()) await cleanUp();
});

test("the server that a killed process left behind is taken over with its data", async () => {
  const folder = await temporaryFolder();
  const member = await startMember(folder);
  await query(member.url, "create table kept as select 42 as answer");
  const left = await findServer(folder);
  await kill(member.child);
  expect(await findServer(folder)).toEqual(left);

  const { url, leave } = await join(folder);
  expect(url).toBe(member.url);
  expect(await query(url, "select answer from kept")).toEqual([{ answer: 42 }]);
  await leave();
  expect(await findServer(folder)).toBeNull();
});

test("a server that is killed comes back on its port, and clients find it again", async () => {
  const folder = await temporaryFolder();
  const events = new EventTarget();
  const heard: ClusterEvent["kind"][] = [];
  const { url } = await join(folder, (event) => {
    heard.push(event.kind);
    events.dispatchEvent(new Event(event.kind));
  });
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  cleanUps.push(() => client.end());
  await client`create table kept as select 42 as answer`;
  const before = await findServer(folder);

  const restarted = once(events, "restarted");
  process.kill(before?.pid ?? 0, "SIGKILL");
  await restarted;
  const after = await findServer(folder);
  expect(after?.pid).not.toBe(before?.pid);
  expect(after?.port).toBe(before?.port);
  expect(await client`select answer from kept`).toEqual([{ answer: 42 }]);
  expect(heard[0]).toBe("died");
});

test("two processes that start together share one server, and the last one out stops it", async () => {
  const folder = await temporaryFolder();
  const [first, second] = await Promise.all([startMember(folder), startMember(folder)]);
  expect(first.url).toBe(second.url);
  const running = await findServer(folder);

  first.child.stdin?.end();
  await once(first.child, "exit");
  expect(await findServer(folder)).toEqual(running);
  expect(await query(second.url, "select 1 as one")).toEqual([{ one: 1 }]);

  second.child.stdin?.end();
  await once(second.child, "exit");
  expect(await findServer(folder)).toBeNull();
});

test("a killed process does not count as one that still uses the server", async () => {
  const folder = await temporaryFolder();
  const { leave } = await join(folder);
  const member = await startMember(folder);
  await kill(member.child);
  await leave();
  expect(await findServer(folder)).toBeNull();
});

test("a server starts though the number of the killed one before it belongs to another program now", async () => {
  const folder = await temporaryFolder();
  const member = await startMember(folder);
  await kill(member.child);
  const killed = await findServer(folder);
  process.kill(killed?.pid ?? 0, "SIGKILL");
  // Of the server's own account: PostgreSQL takes such a one for itself.
  const account = await serverAccount({ dataFolder: path.join(folder, "data") });
  const other = spawn("sleep", ["60"], { ...account, stdio: "ignore" });
  cleanUps.push(() => kill(other));
  const note = path.join(folder, "data/postmaster.pid");
  await writeFile(note, (await readFile(note, "utf8")).replace(String(killed?.pid), String(other.pid)));

  const { url } = await join(folder);
  expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test("a start that was cut short while the data folder was being made is done again", async () => {
  const folder = await temporaryFolder();
  await mkdir(path.join(folder, "data.making/base"), { recursive: true });
  const { url } = await join(folder);
  expect(await query(url, "select 1 as one")).toEqual([{ one: 1 }]);
});

test.runIf(isRoot)("as root, the server reaches binaries and data under a folder that is closed to every other account", async () => {
  const closed = await temporaryFolder();
  const { folder, binaries, account } = await installationUnder(closed);
  const launcher = await serverLauncher({ folder, binaries, account });
  const child = launcher(binaries.initdb, [`--pgdata=${folder}/data`, "--auth=trust", "--no-sync"], { stdio: "ignore" });
  expect(await once(child, "close")).toEqual([0, null]);
});

test.runIf(isRoot)("what root started belongs to the account of the data, which can start it without root later", async () => {
  const folder = await temporaryFolder();
  const { leave } = await join(folder);
  await leave();
  const { uid } = (await serverAccount({ dataFolder: path.join(folder, "data") })) ?? {};
  const owners = await Promise.all((await readdir(folder)).map(async (name) => (await stat(path.join(folder, name))).uid));
  expect(new Set(owners)).toEqual(new Set([uid]));
});

test.runIf(isRoot)("as root, a server that can't be reached in any way fails in one sentence that names the closed folder", async () => {
  const closed = await temporaryFolder();
  const { folder, binaries, account } = await installationUnder(closed);
  await rm(binaries.postgres);
  const failure = await serverLauncher({ folder, binaries, account }).catch((error: Error) => error.message);
  expect(failure).toContain(`can't reach ${closed}: move the installation`);
});

test("a folder that can't be made fails in one sentence that names it", async () => {
  const file = path.join(await temporaryFolder(), "a-file");
  await writeFile(file, "");
  await expect(joinCluster({ folder: path.join(file, "postgres") })).rejects.toThrow(
    `The database's folder ${file}/postgres can't be used`,
  );
});

async function installationUnder(closed: string) {
  const real = await serverBinaries();
  await cp(path.resolve(real.postgres, "../.."), path.join(closed, "native"), { recursive: true, verbatimSymlinks: true });
  const binaries = { postgres: path.join(closed, "native/bin/postgres"), initdb: path.join(closed, "native/bin/initdb") };
  const folder = path.join(closed, "cluster");
  await mkdir(folder, { mode: 0o700 });
  const account = await serverAccount({ dataFolder: path.join(folder, "data") });
  await chown(folder, account?.uid ?? 0, account?.gid ?? 0);
  return { folder, binaries, account };
}

/** As mkdtemp makes it: for its owner alone. */
async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "auditoria-cluster-"));
  cleanUps.push(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function join(folder: string, onEvent?: (event: ClusterEvent) => void) {
  const membership = await joinCluster({ folder, settings, onEvent });
  cleanUps.push(() => membership.leave());
  return membership;
}

async function startMember(folder: string): Promise<{ child: ChildProcess; url: string }> {
  const child = memberProcess(folder);
  const { url, error } = await firstLine(child);
  if (!url) throw new Error(error);
  return { child, url };
}

function memberProcess(folder: string): ChildProcess {
  const script = path.resolve(import.meta.dirname, "../testing/cluster-member.ts");
  const child = spawn(process.execPath, ["--import", "tsx", script, folder], { stdio: ["pipe", "pipe", "inherit"] });
  cleanUps.push(() => kill(child));
  return child;
}

async function firstLine(child: ChildProcess): Promise<{ url?: string; error?: string }> {
  for await (const chunk of child.stdout ?? [])
    return z
      .object({ url: z.string(), error: z.string() })
      .partial()
      .parse(JSON.parse(String(chunk)));
  throw new Error("The member ended without a word.");
}

async function kill(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  child.kill("SIGKILL");
  await once(child, "exit");
}

async function query(url: string, text: string) {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  try {
    return await client.unsafe(text);
  } finally {
    await client.end();
  }
}
