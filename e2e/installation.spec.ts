import { expect, test } from "@playwright/test";
import { freePort, isPostgresRunning, makeDataDir, runAdmin, startInstallation } from "./fixtures/start-installation";

let dataDir = "";
let remove = async () => {};

test.beforeEach(async () => {
  ({ dataDir, remove } = await makeDataDir());
});

test.afterEach(() => remove());

test("npm start answers 503 until it is ready, and a SIGTERM ends it and its PostgreSQL with status 0", async () => {
  const { child, ended, answers } = await startInstallation({ dataDir, port: await freePort() });
  const early = answers.filter(({ status }) => status !== 200);
  expect(new Set(early.map(({ status }) => status))).toEqual(new Set(early.length > 0 ? [503] : []));
  expect(early.every(({ retryAfter }) => retryAfter !== null)).toBe(true);
  expect(await isPostgresRunning(dataDir)).toBe(true);

  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
  expect(await isPostgresRunning(dataDir)).toBe(false);
});

test("when the process that started it is killed, the application ends in order", async () => {
  const { child, ended, health } = await startInstallation({ dataDir, port: await freePort() });
  child.kill("SIGKILL");
  await ended;
  await expect.poll(() => isPostgresRunning(dataDir), { timeout: 20_000 }).toBe(false);
  expect(await health()).toBe(0);
});

test("after the application was killed, the next start takes over its PostgreSQL and all that was kept", async () => {
  const port = await freePort();
  const killed = await startInstallation({ dataDir, port });
  const made = await runAdmin(dataDir, "campaign", "create", "--name", "Kept", "--source", "anura");
  const postmaster = await killed.postmasterPid();
  process.kill(killed.serverPid, "SIGKILL");
  await killed.ended;

  const next = await startInstallation({ dataDir, port });
  expect(await next.postmasterPid()).toBe(postmaster);
  expect(await runAdmin(dataDir, "campaign", "create", "--name", "Next")).not.toMatchObject({ id: Object(made).id });
  next.child.kill("SIGTERM");
  expect(await next.ended).toEqual([0, null]);
  expect(await isPostgresRunning(dataDir)).toBe(false);
});

test("when PostgreSQL is killed, it is started again, and the application goes on", async () => {
  const { child, ended, health, postmasterPid } = await startInstallation({ dataDir, port: await freePort() });
  const before = await postmasterPid();
  process.kill(before, "SIGKILL");
  await expect.poll(postmasterPid, { timeout: 20_000 }).not.toBe(before);
  await expect.poll(health, { timeout: 20_000 }).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});

test("the command line shares the database of the application that runs, and outside of it starts one and stops it again", async () => {
  const alone = await runAdmin(dataDir, "campaign", "create", "--name", "Before the first start");
  expect(alone).toMatchObject({ id: 1 });
  expect(await isPostgresRunning(dataDir)).toBe(false);

  const { child, ended, health, postmasterPid } = await startInstallation({ dataDir, port: await freePort() });
  const postmaster = await postmasterPid();
  expect(await runAdmin(dataDir, "campaign", "create", "--name", "Beside it")).toMatchObject({ id: 2 });
  expect(await postmasterPid()).toBe(postmaster);
  expect(await health()).toBe(200);
  child.kill("SIGTERM");
  expect(await ended).toEqual([0, null]);
});
