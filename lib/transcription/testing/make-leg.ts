import { mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import type { Leg } from "@/lib/speech/speech";

/** A leg of so many seconds in which somebody speaks then; its sound is a tone. */
export async function makeLeg({
  channel = 0,
  durationSeconds,
  speech,
}: Partial<Leg> & Pick<Leg, "durationSeconds" | "speech">): Promise<Leg> {
  const samples = Int16Array.from({ length: durationSeconds * 16_000 }, (_, index) =>
    Math.round(8_000 * Math.sin((index * 440 * 2 * Math.PI) / 16_000)),
  );
  const file = path.join(await mkdtemp(path.join(tmpdir(), "auditoria-leg-")), `${channel}.pcm`);
  await writeFile(file, Buffer.from(samples.buffer));
  return { channel, path: file, durationSeconds, speech };
}
