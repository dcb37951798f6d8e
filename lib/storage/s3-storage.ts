import { createReadStream } from "node:fs";
import { rm } from "node:fs/promises";
import { Readable } from "node:stream";
import type { S3Client } from "@aws-sdk/client-s3";
import type { Environment } from "@/lib/env";
import { missingObject } from "./file-storage";
import type { Storage } from "./storage";

type S3Settings = Pick<Environment, "STORAGE" | "S3_ENDPOINT" | "S3_REGION" | "S3_ACCESS_KEY_ID" | "S3_SECRET_ACCESS_KEY">;

const PART_BYTES = 8 * 1024 * 1024;

/** Storage in a bucket of S3 or of what speaks like it. Large files go up in parts, so that memory stays flat. */
export function s3Storage(settings: S3Settings): Storage {
  const { bucket, prefix } = parseLocation(settings.STORAGE);
  const at = (key: string) => ({ Bucket: bucket, Key: `${prefix}${key}` });
  let opened: Promise<{ s3: typeof import("@aws-sdk/client-s3"); client: S3Client }> | undefined;
  const connect = () => {
    opened ??= openClient(settings);
    return opened;
  };
  return {
    store: async ({ key, path }) => {
      try {
        const [{ client }, { Upload }] = await Promise.all([connect(), import("@aws-sdk/lib-storage")]);
        const params = { ...at(key), Body: createReadStream(path, { highWaterMark: 1024 * 1024 }) };
        await new Upload({ client, params, partSize: PART_BYTES, queueSize: 2 }).done();
      } finally {
        await rm(path, { force: true });
      }
    },
    write: async ({ key, bytes }) => {
      const { s3, client } = await connect();
      await client.send(new s3.PutObjectCommand({ ...at(key), Body: bytes }));
    },
    read: async ({ key, range }) => {
      const { s3, client } = await connect();
      try {
        const part = range ? { Range: `bytes=${range.start}-${range.end}` } : {};
        const { Body } = await client.send(new s3.GetObjectCommand({ ...at(key), ...part }));
        if (!(Body instanceof Readable)) throw new Error("The storage answered without a body.");
        return Body;
      } catch (error) {
        if (isMissing(error)) throw missingObject(key, error);
        throw error;
      }
    },
    stat: async (key) => {
      const { s3, client } = await connect();
      try {
        const { ContentLength } = await client.send(new s3.HeadObjectCommand(at(key)));
        return { sizeBytes: ContentLength ?? 0 };
      } catch (error) {
        if (isMissing(error)) return null;
        throw error;
      }
    },
    remove: async (key) => {
      const { s3, client } = await connect();
      await client.send(new s3.DeleteObjectCommand(at(key)));
    },
  };
}

/** Loaded when it is first needed: most installations keep files in a folder, and start faster without it. */
async function openClient(settings: S3Settings) {
  const s3 = await import("@aws-sdk/client-s3");
  const { S3_ENDPOINT, S3_REGION, S3_ACCESS_KEY_ID, S3_SECRET_ACCESS_KEY } = settings;
  const client = new s3.S3Client({
    region: S3_REGION,
    // Servers other than Amazon's know buckets by path, and few of them the newer checksums.
    ...(S3_ENDPOINT ? { endpoint: S3_ENDPOINT, forcePathStyle: true } : {}),
    ...(S3_ACCESS_KEY_ID && S3_SECRET_ACCESS_KEY
      ? { credentials: { accessKeyId: S3_ACCESS_KEY_ID, secretAccessKey: S3_SECRET_ACCESS_KEY } }
      : {}),
    requestChecksumCalculation: "WHEN_REQUIRED",
    responseChecksumValidation: "WHEN_REQUIRED",
  });
  return { s3, client };
}

function parseLocation(location: string): { bucket: string; prefix: string } {
  const [, bucket = "", folder = ""] = /^s3:\/\/([^/]+)\/?(.*)$/.exec(location) ?? [];
  return { bucket, prefix: folder === "" ? "" : `${folder.replace(/\/+$/, "")}/` };
}

function isMissing(error: unknown): boolean {
  return error instanceof Error && (error.name === "NotFound" || error.name === "NoSuchKey");
}
