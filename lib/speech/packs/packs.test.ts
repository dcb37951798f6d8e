import { spawn } from "node:child_process";
import { createHash } from "node:crypto";
import { once } from "node:events";
import { appendFile, mkdtemp, readdir, readFile, rm, writeFile } from "node:fs/promises";
import { createServer, type RequestListener } from "node:http";
import { tmpdir } from "node:os";
import path from "node:path";
import { gzipSync } from "node:zlib";
import { afterEach, expect, onTestFinished, test, vi } from "vitest";
import { AppError } from "@/lib/errors";
import { installPack } from "../testing/install-pack";
import { addPack } from "./add-pack";
import { findInstalledPack } from "./find-installed-pack";
import { licenceText } from "./licence-text";
import { listPacks } from "./list-packs";
import { makeTokens } from "./make-tokens";
import { modelsFolder, packFolder } from "./pack-folder";
import { findPack, PACKS } from "./pack-list";
import { findPackRecord } from "./pack-record";
import { removePack } from "./remove-pack";
import { unpackTarball } from "./unpack-tarball";
import { writeTerms } from "./write-terms";

afterEach(() => rm(modelsFolder(), { recursive: true, force: true }));

test("a pack is fetched from the registry, holds weights and licence and nothing else, and is listed as installed", async () => {
  await installPack("vad");
  expect((await readdir(packFolder("vad"))).toSorted()).toEqual(["LICENSE", "pack.json", "silero_vad_v6.onnx"]);
  expect(await stateOf("vad")).toBe("installed");
  expect(await findPackRecord(packFolder("vad"))).toMatchObject({ source: "@ricky0123/vad-web@0.0.31", licence: { acceptedAt: null } });
  expect(await findInstalledPack("vad")).toEqual({ name: "vad", folder: packFolder("vad") });
}, 120_000);

test("a pack whose file has one wrong byte is damaged, one without files is missing, and a removed one leaves nothing", async () => {
  await installPack("vad");
  const weights = path.join(packFolder("vad"), "silero_vad_v6.onnx");
  const bytes = await readFile(weights);
  bytes[1_000_000] = (bytes[1_000_000] ?? 0) ^ 1;
  await writeFile(weights, bytes);
  expect(await stateOf("vad")).toBe("damaged");
  expect(await removePack({ name: "vad" })).toBe(true);
  expect(await removePack({ name: "vad" })).toBe(false);
  expect(await readdir(modelsFolder())).toEqual([]);
  expect(await stateOf("vad")).toBe("missing");
}, 120_000);

test("weights without their record are damaged: nobody knows on which terms they are there", async () => {
  await installPack("vad");
  await writeFile(path.join(packFolder("vad"), "pack.json"), "{");
  expect(await stateOf("vad")).toBe("damaged");
}, 120_000);

test("a pack whose licence must be accepted is refused without that, before anything is asked of the registry", async () => {
  let requests = 0;
  const registry = await listen((_, response) => {
    requests++;
    response.end();
  });
  await expect(addPack({ name: "es", registry })).rejects.toMatchObject({
    code: "forbidden",
    message: "The pack es comes under the Moonshine AI Community License, which must be read and accepted first.",
  });
  expect(requests).toBe(0);
});

test("what was accepted when is kept beside the weights, with the text and the notice that it asks for", async () => {
  const pack = packOf("es");
  const folder = await temporaryFolder();
  const record = await writeTerms({ pack, folder, acceptsLicence: true });
  const text = await readFile(path.join(folder, "LICENSE"), "utf8");
  expect(text).toContain("MOONSHINE AI COMMUNITY LICENSE AGREEMENT");
  expect(record.licence.textSha256).toBe(createHash("sha256").update(text).digest("hex"));
  expect(Date.now() - Date.parse(record.licence.acceptedAt ?? "")).toBeLessThan(60_000);
  expect(await findPackRecord(folder)).toEqual(record);
  expect(await readFile(path.join(folder, "NOTICE"), "utf8")).toContain("licensed under the Moonshine AI Community License");
  expect(pack.attribution).toBe("Powered by Moonshine AI");
});

test("each pack's licence is at hand whole, and one that nobody has to accept is not accepted", async () => {
  for (const pack of PACKS) expect(await licenceText(pack)).toContain("Permission is hereby granted, free of charge");
  const record = await writeTerms({ pack: packOf("en"), folder: await temporaryFolder(), acceptsLicence: true });
  expect(record.licence.acceptedAt).toBeNull();
});

test.each<[string, RequestListener, RegExp]>([
  ["other bytes", (_, response) => response.end(Buffer.alloc(5_471_324)), /is not the package that was pinned/],
  ["more bytes", (_, response) => response.end(Buffer.alloc(6_000_000)), /is not the package that was pinned/],
  ["fewer bytes", (_, response) => response.end("gzip"), /is not the package that was pinned/],
  ["an error", (_, response) => response.writeHead(503).end(), /answered 503/],
  [
    "half of it",
    (_, response) => {
      response.writeHead(200, { "content-length": 5_471_324 });
      response.write(Buffer.alloc(1_000_000), () => response.destroy());
    },
    /could not be fetched/,
  ],
])("a registry that sends %s leaves nothing, and is told of in words", async (_, answer, message) => {
  const registry = await listen(answer);
  const failure = await addPack({ name: "vad", registry }).catch((error: unknown) => error);
  expect(failure).toBeInstanceOf(AppError);
  expect(failure).toMatchObject({ code: "unavailable", message: expect.stringMatching(message) });
  expect(await readdir(modelsFolder())).toEqual([]);
});

test("a download that is cancelled leaves nothing, and says how far it came", async () => {
  const registry = await listen((_, response) => {
    response.write(Buffer.alloc(1_000_000));
  });
  const cancel = new AbortController();
  const shares: number[] = [];
  const added = addPack({
    name: "vad",
    registry,
    signal: cancel.signal,
    onProgress: (share) => {
      shares.push(share);
      cancel.abort();
    },
  });
  await expect(added).rejects.toThrow(/abort/i);
  expect(shares[0]).toBeGreaterThan(0);
  expect(await readdir(modelsFolder())).toEqual([]);
});

test("what a process that was killed has left is no pack, and is gone after the next adding", async () => {
  const registry = await listen((_, response) => {
    response.write(Buffer.alloc(1_000_000));
  });
  const words = ["--import", "tsx", "scripts/admin.ts", "speech", "add", "vad", "--registry", registry];
  const child = spawn(process.execPath, words, { stdio: "ignore" });
  const ended = once(child, "exit");
  await vi.waitUntil(async () => (await readdir(modelsFolder()).catch(() => [])).length > 0, { timeout: 60_000 });
  child.kill("SIGKILL");
  await ended;
  expect(await stateOf("vad")).toBe("missing");
  const refused = await listen((_, response) => response.writeHead(404).end());
  await expect(addPack({ name: "vad", registry: refused })).rejects.toThrow("answered 404");
  expect(await readdir(modelsFolder())).toEqual([]);
}, 120_000);

test("a file in a tarball that is not what it must be is refused, and so is a tarball without it", async () => {
  const folder = await temporaryFolder();
  const tarball = path.join(folder, "package.tgz");
  await writeFile(
    tarball,
    gzipSync(Buffer.concat([entry("package/other.txt", "x"), entry("package/a/model.onnx", "weights"), Buffer.alloc(1_024)])),
  );
  const wanted = (from: string, text: string) => ({
    from,
    to: path.join(folder, text),
    file: { name: "model.onnx", bytes: text.length, sha256: createHash("sha256").update(text).digest("hex") },
  });
  await unpackTarball({ tarball, wanted: [wanted("package/a/model.onnx", "weights")] });
  expect(await readFile(path.join(folder, "weights"), "utf8")).toBe("weights");
  await expect(unpackTarball({ tarball, wanted: [wanted("package/a/model.onnx", "heights")] })).rejects.toThrow(
    "is not the file that it must be",
  );
  await expect(unpackTarball({ tarball, wanted: [wanted("package/b/model.onnx", "nothing")] })).rejects.toThrow(
    "has no package/b/model.onnx",
  );
});

test("tokens are bytes, words and marks, one a line with its number, and a script without a vocabulary makes none", () => {
  const vocabulary = Buffer.from(["<unk>", "<0x41>", "\u2581hola"].join("\n")).toString("base64");
  const lines = makeTokens(`const llama_vocab_base64 = "${vocabulary}";`).split("\n");
  const tokens = lines.slice(0, 4).map((line) => Buffer.from(line.split(" ")[0] ?? "", "base64").toString());
  expect(tokens).toEqual(["<unk>", "A", " hola", "<<ST_0>>"]);
  expect(lines).toHaveLength(32_768 + 1);
  expect(() => makeTokens("")).toThrow("no vocabulary");
});

test("a damaged pack is mended by adding it again, and leaves nothing of itself", async () => {
  await installPack("vad");
  await appendFile(path.join(packFolder("vad"), "silero_vad_v6.onnx"), "x");
  await addPack({ name: "vad" });
  expect(await stateOf("vad")).toBe("installed");
  expect(await readdir(modelsFolder())).toEqual(["vad"]);
}, 120_000);

async function stateOf(name: string) {
  return (await listPacks()).find((pack) => pack.name === name)?.state;
}

function packOf(name: string) {
  const pack = findPack(name);
  if (!pack) throw new Error(`There is no pack ${name}.`);
  return pack;
}

async function temporaryFolder(): Promise<string> {
  const folder = await mkdtemp(path.join(tmpdir(), "auditoria-packs-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

async function listen(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("It does not listen.");
  return `http://127.0.0.1:${address.port}`;
}

/** One file of a tarball. */
function entry(name: string, text: string): Buffer {
  const header = Buffer.alloc(512);
  header.write(name, 0);
  header.write(text.length.toString(8).padStart(11, "0"), 124);
  header.write("0", 156);
  return Buffer.concat([header, Buffer.from(text.padEnd(512, "\0"))]);
}
