import { createHash, randomUUID } from "node:crypto";
import { mkdtemp, readFile, rm, stat, utimes, writeFile } from "node:fs/promises";
import { hostname, tmpdir } from "node:os";
import path from "node:path";
import type { Readable } from "node:stream";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { fileStorage } from "./file-storage";
import { s3Storage } from "./s3-storage";
import { recordingKey, type Storage, storage } from "./storage";
import { allocateTemporaryFile, removeAbandonedFiles, TEMPORARY_FOLDER } from "./temporary-file";
import { type FakeBucket, startBucket } from "./testing/bucket";

let folder = "";
let bucket: FakeBucket;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "auditoria-storage-"));
  bucket = await startBucket();
});
afterAll(async () => {
  await bucket.close();
  await rm(folder, { recursive: true, force: true });
});

const KINDS: [string, () => Storage][] = [
  ["folder", () => fileStorage(folder)],
  [
    "bucket",
    () =>
      s3Storage({
        STORAGE: "s3://calls/some/prefix/",
        S3_ENDPOINT: bucket.endpoint,
        S3_REGION: "us-east-1",
        S3_ACCESS_KEY_ID: "test",
        S3_SECRET_ACCESS_KEY: "test",
      }),
  ],
];

describe.each(KINDS)("a %s", (_kind, open) => {
  test("gives back what was stored, whole and in parts, and has taken the local file", async () => {
    const target = open();
    const bytes = Buffer.from("0123456789".repeat(1000));
    const { key, local } = await localFile(bytes);
    await target.store({ key, path: local });
    await expect(stat(local)).rejects.toThrow(/ENOENT/);
    expect(await target.stat(key)).toEqual({ sizeBytes: bytes.length });
    expect(await collect(await target.read({ key }))).toEqual(bytes);
    expect((await collect(await target.read({ key, range: { start: 9, end: 12 } }))).toString()).toBe("9012");
  });

  test("takes a file larger than one part, byte for byte", async () => {
    const bytes = Buffer.alloc(20 * 1024 * 1024, "large");
    const { key, local } = await localFile(bytes);
    await open().store({ key, path: local });
    expect(Buffer.compare(await collect(await open().read({ key })), bytes)).toBe(0);
  });

  test("storing the same file twice is storing it once", async () => {
    const first = await localFile(Buffer.from("twice"));
    const second = await localFile(Buffer.from("twice"));
    expect(first.key).toBe(second.key);
    await open().store({ key: first.key, path: first.local });
    await open().store({ key: second.key, path: second.local });
    expect((await collect(await open().read({ key: first.key }))).toString()).toBe("twice");
  });

  test("writes small objects, removes them, and says when one is missing", async () => {
    const target = open();
    const key = `recordings/aa/bb/${randomUUID()}`;
    await target.write({ key, bytes: Buffer.from("{}") });
    expect(await target.stat(key)).toEqual({ sizeBytes: 2 });
    await target.remove(key);
    await target.remove(key);
    expect(await target.stat(key)).toBeNull();
    await expect(target.read({ key })).rejects.toThrow(AppError);
  });
});

test("files and folders are their owner's alone", async () => {
  const { key, local } = await localFile(Buffer.from("private"));
  await fileStorage(folder).store({ key, path: local });
  expect((await stat(path.join(folder, key))).mode & 0o777).toBe(0o600);
  expect((await stat(path.join(folder, path.dirname(key)))).mode & 0o777).toBe(0o700);
});

test("the installation's own storage is the folder of its data, by hash", async () => {
  const { key, local } = await localFile(Buffer.from("own"));
  await storage.store({ key, path: local });
  expect(await readFile(path.join(env.DATA_DIR, key), "utf8")).toBe("own");
  expect(key).toMatch(/^recordings\/([0-9a-f]{2})\/([0-9a-f]{2})\/\1\2[0-9a-f]{60}$/);
});

test("what a crash left is removed, and what a live process is writing is not", async () => {
  const own = await allocateTemporaryFile();
  const [machine, pid] = path.basename(own).split("~");
  const left = {
    beforeRestart: `${machine}~${pid}~${randomUUID()}~${randomUUID()}.part`,
    ofDeadProcess: `${machine}~4194305~${randomUUID()}~${randomUUID()}.part`,
    ofLiveProcess: `${machine}~${process.ppid}~${randomUUID()}~${randomUUID()}.part`,
    elsewhereNew: `other-machine~1~${randomUUID()}~${randomUUID()}.part`,
    elsewhereOld: `other-machine~1~${randomUUID()}~${randomUUID()}.part`,
  };
  for (const file of [own, ...Object.values(left).map((name) => path.join(TEMPORARY_FOLDER, name))]) await writeFile(file, "part");
  const longAgo = new Date(Date.now() - 24 * 3_600_000);
  await utimes(path.join(TEMPORARY_FOLDER, left.elsewhereOld), longAgo, longAgo);
  await utimes(own, longAgo, longAgo);
  expect(machine).toBe(hostname().replace(/[^\w.-]/g, "_"));
  expect(await removeAbandonedFiles()).toBe(3);
  const remaining = await Promise.all(
    Object.entries(left).map(async ([name, file]) => ((await exists(path.join(TEMPORARY_FOLDER, file))) ? name : null)),
  );
  expect(remaining.filter(Boolean)).toEqual(["ofLiveProcess", "elsewhereNew"]);
  expect(await exists(own)).toBe(true);
});

async function localFile(bytes: Buffer): Promise<{ key: string; local: string }> {
  const local = await allocateTemporaryFile();
  await writeFile(local, bytes, { mode: 0o600 });
  return { key: recordingKey(createHash("sha256").update(bytes).digest("hex")), local };
}

async function exists(file: string): Promise<boolean> {
  return (await stat(file).catch(() => null)) !== null;
}

async function collect(stream: Readable): Promise<Buffer> {
  return Buffer.concat(await stream.toArray());
}
