import type { Readable } from "node:stream";
import { env } from "@/lib/env";
import { fileStorage } from "./file-storage";
import { s3Storage } from "./s3-storage";

/** Part of an object, both ends included, as HTTP counts. */
export type ByteRange = { start: number; end: number };

/** Where recordings and what is made of them are kept. Keys are paths such as `ab/cd/abcd…`. */
export type Storage = {
  /** Moves a local file in, durably: once this resolves, a crash loses nothing. The local file is gone then, whatever became of it. */
  store: (input: { key: string; path: string }) => Promise<void>;
  /** Writes a small object that can be made again, so it is whole or not there, but need not survive a crash. */
  write: (input: { key: string; bytes: Uint8Array }) => Promise<void>;
  /** An object's bytes, or a part of them. Throws not-found for a missing one before anything is sent. */
  read: (input: { key: string; range?: ByteRange }) => Promise<Readable>;
  /** An object's size; null for a missing one. */
  stat: (key: string) => Promise<{ sizeBytes: number } | null>;
  /** Removes an object; a missing one is no error. */
  remove: (key: string) => Promise<void>;
};

/** The installation's storage: a local folder, or the bucket that STORAGE names. */
export const storage: Storage = env.STORAGE === "file" ? fileStorage(env.DATA_DIR) : s3Storage(env);

/** The name of a file in storage: equal bytes are kept once, in folders that stay small. */
export function recordingKey(sha256: string): string {
  return `recordings/${sha256.slice(0, 2)}/${sha256.slice(2, 4)}/${sha256}`;
}

/** The name of the waveform that belongs to a file. */
export function peaksKey(sha256: string): string {
  return `${recordingKey(sha256)}.peaks.json`;
}
