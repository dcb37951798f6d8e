import { closeSync, openSync, writeSync } from "node:fs";
import { PROMPT_RATE_HZ, type Prompt } from "./find-prompts";

export type BuiltCall = { path: string; seconds: number /** What each side says, in order. */; texts: string[] };

type CallInput = {
  path: string;
  prompts: Prompt[];
  sides: 1 | 2 /** At least this long; without it, each prompt once. */;
  seconds?: number;
  hasEcho?: boolean;
};

const PAUSE_SECONDS = 0.6;
/** An echo as telephones make it: 20 dB below, 40 ms late. */
const ECHO_LEVEL = 0.1;
const ECHO_SAMPLES = 0.04 * PROMPT_RATE_HZ;

/** Writes a call of prompts one after another into a WAV file, on two sides in turns. Written as it goes: an hour takes no memory. */
export function buildCall({ path, prompts, sides, seconds, hasEcho = false }: CallInput): BuiltCall {
  const texts = Array.from({ length: sides }, () => [] as string[]);
  const fd = openSync(path, "w");
  writeSync(fd, header(sides, 0));
  let frames = 0;
  for (let turn = 0; seconds === undefined ? turn < prompts.length : frames < seconds * PROMPT_RATE_HZ; turn++) {
    const prompt = prompts[turn % prompts.length];
    if (!prompt) break;
    const side = turn % sides;
    texts[side]?.push(prompt.text);
    const count = prompt.samples.length + PAUSE_SECONDS * PROMPT_RATE_HZ;
    const block = new Int16Array(count * sides);
    for (const [frame, sample] of prompt.samples.entries()) {
      block[frame * sides + side] = sample;
      if (hasEcho && sides === 2) block[(frame + ECHO_SAMPLES) * sides + 1 - side] = Math.round(sample * ECHO_LEVEL);
    }
    writeSync(fd, Buffer.from(block.buffer));
    frames += count;
  }
  writeSync(fd, header(sides, frames), 0, undefined, 0);
  closeSync(fd);
  return { path, seconds: frames / PROMPT_RATE_HZ, texts: texts.map((said) => said.join(" ")) };
}

function header(channelCount: number, frames: number): Buffer {
  const bytes = Buffer.alloc(44);
  const dataBytes = frames * channelCount * 2;
  bytes.write("RIFF", 0);
  bytes.writeUInt32LE(36 + dataBytes, 4);
  bytes.write("WAVEfmt ", 8);
  bytes.writeUInt32LE(16, 16);
  bytes.writeUInt16LE(1, 20);
  bytes.writeUInt16LE(channelCount, 22);
  bytes.writeUInt32LE(PROMPT_RATE_HZ, 24);
  bytes.writeUInt32LE(PROMPT_RATE_HZ * channelCount * 2, 28);
  bytes.writeUInt16LE(channelCount * 2, 32);
  bytes.writeUInt16LE(16, 34);
  bytes.write("data", 36);
  bytes.writeUInt32LE(dataBytes, 40);
  return bytes;
}
