import { randomBytes, randomUUID } from "node:crypto";
import { buffer } from "node:stream/consumers";
import { env } from "@/lib/env";
import { storage } from "@/lib/storage/storage";
import type { Finding } from "./finding";

/** Writes a small object to the storage of recordings, reads it back and removes it. */
export async function checkStorage(): Promise<Finding> {
  const name = "Storage";
  const place = env.STORAGE === "file" ? env.DATA_DIR : env.STORAGE;
  const key = `doctor-${randomUUID()}`;
  const bytes = randomBytes(1024);
  try {
    await storage.write({ key, bytes });
    const read = await buffer(await storage.read({ key }));
    await storage.remove(key);
    return read.equals(bytes)
      ? { name, status: "ok", message: `An object was written to ${place}, read back and removed.` }
      : { name, status: "broken", message: `${place} gave back other bytes than were written.` };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { name, status: "broken", message: `${place} can't be used: ${reason}.` };
  }
}
