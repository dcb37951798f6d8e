import { Readable } from "node:stream";
import { pipeline } from "node:stream/promises";
import { expect, test } from "vitest";
import { ChunkWriter } from "./chunk-writer";

async function passThrough(chunks: Buffer[]): Promise<string> {
  let text = "";
  await pipeline(
    Readable.from(chunks),
    new ChunkWriter(async (chunk) => {
      text += chunk.toString("latin1");
    }),
  );
  return text;
}

const ownBuffer = (text: string) => Buffer.from(new Uint8Array(Buffer.from(text)).buffer);
const isFreed = ({ buffer }: Buffer) => buffer instanceof ArrayBuffer && buffer.detached;

test("a chunk's memory is given back when the next has come", async () => {
  const chunks = ["first", "second", "third"].map(ownBuffer);
  expect(await passThrough(chunks)).toBe("firstsecondthird");
  expect(chunks.map(isFreed)).toEqual([true, true, false]);
});

test("chunks that share a buffer all arrive whole before it is given back", async () => {
  const shared = ownBuffer("shared-by-two");
  const chunks = [shared.subarray(0, 10), shared.subarray(10), ownBuffer("next")];
  expect(await passThrough(chunks)).toBe("shared-by-twonext");
});

test("Node's shared pool is never given back", async () => {
  const pooled = Array.from({ length: 10 }, () => Buffer.allocUnsafe(100).fill("x"));
  const largest = Buffer.allocUnsafe(Math.floor(Buffer.poolSize / 2) - 1).fill("y");
  await passThrough([...pooled, largest, ownBuffer("end")]);
  expect([...pooled, largest].filter(isFreed)).toEqual([]);
});

test("what goes wrong with a chunk ends the stream with that error", async () => {
  const writer = new ChunkWriter(() => Promise.reject(new Error("the disk is full")));
  await expect(pipeline(Readable.from([ownBuffer("a")]), writer)).rejects.toThrow("the disk is full");
});
