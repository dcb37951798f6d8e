import { createHmac, timingSafeEqual } from "node:crypto";
import { env } from "@/lib/env";
import { keptSecret } from "@/lib/installation/kept-secret";

/** Long enough for a queue and a few attempts; a sample that waited longer is sent anew. */
const VALID_FOR_SECONDS = 600;
const FORM = /^http:\/\/127\.0\.0\.1:(\d{1,5})\/api\/sample-recordings\/(sample-[0-9a-f-]{36})\.(\d{10})\.([0-9a-f]{64})$/;

/** Name that a sample call goes by at its source: `sample-` and a uuid. */
export type SampleCallName = `sample-${string}`;

type MakeInput = { port: number; callName: SampleCallName; now?: Date };

/** Where this installation serves the sample's recording to itself, for one call and ten minutes. Nobody without our secret can make one. */
export async function makeSampleRecordingUrl({ port, callName, now = new Date() }: MakeInput): Promise<string> {
  const expiresAt = String(Math.floor(now.getTime() / 1000) + VALID_FOR_SECONDS);
  const mac = await sign({ port: String(port), callName, expiresAt });
  return `http://127.0.0.1:${port}/api/sample-recordings/${callName}.${expiresAt}.${mac}`;
}

/**
 * True for an address that this installation made by makeSampleRecordingUrl and that is still good, byte for byte; with `callName`, only for
 * the call that it was made for. Another host, port, path, query or spelling of the same address is false.
 */
export async function isSampleRecordingUrl({
  url,
  callName,
  now = new Date(),
}: {
  url: string;
  callName?: string;
  now?: Date;
}): Promise<boolean> {
  const [, port, named, expiresAt, mac] = FORM.exec(url) ?? [];
  if (port === undefined || named === undefined || expiresAt === undefined || mac === undefined) return false;
  if (callName !== undefined && callName !== named) return false;
  if (Number(expiresAt) * 1000 <= now.getTime()) return false;
  return timingSafeEqual(Buffer.from(mac, "hex"), Buffer.from(await sign({ port, callName: named, expiresAt }), "hex"));
}

/** A purpose of its own in the signed text keeps the key from meaning anything elsewhere. */
async function sign({ port, callName, expiresAt }: { port: string; callName: string; expiresAt: string }): Promise<string> {
  const secret = env.ENCRYPTION_KEY ?? (await keptSecret("encryption-key"));
  return createHmac("sha256", secret).update(`sample-recording\n${port}\n${callName}\n${expiresAt}`).digest("hex");
}
