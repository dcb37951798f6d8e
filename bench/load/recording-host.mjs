/**
 * A recording host on loopback: `node recording-host.mjs PORTS [MP3]` listens on so many free ports, prints them as JSON and serves
 * /wav/RATE/CHANNELS/BYTES/ID (16-bit WAV of so many bytes) and /mp3/ID (the file given). No two ids have the same bytes.
 */
import { createHash } from "node:crypto";
import { once } from "node:events";
import { readFileSync } from "node:fs";
import { createServer } from "node:http";
import { pipeline } from "node:stream/promises";

const BLOCK_BYTES = 1 << 20;
const HEADER_BYTES = 44;
const block = speechLikeBlock();
const [portCount, mp3Path] = process.argv.slice(2);
const mp3 = mp3Path ? readFileSync(mp3Path) : null;

const servers = Array.from({ length: Number(portCount) }, () => createServer(answer));
for (const server of servers) await once(server.listen(0, "127.0.0.1"), "listening");
process.stdout.write(`${JSON.stringify(servers.map((server) => server.address().port))}\n`);
process.stdin.resume().once("end", () => process.exit(0));

async function answer(request, response) {
  const [, kind, ...rest] = request.url.split("/");
  if (kind === "mp3" && mp3) {
    const tag = id3Tag(rest.join("/"));
    response.writeHead(200, { "content-type": "audio/mpeg", "content-length": tag.length + mp3.length });
    response.write(tag);
    response.end(mp3);
    return;
  }
  const [rate, channels, bytes] = rest.map(Number);
  response.writeHead(200, { "content-type": "audio/wav", "content-length": bytes });
  const own = createHash("sha256").update(request.url).digest();
  response.write(Buffer.concat([wavHeader({ rate, channels, bytes }), own]));
  await pipeline(sound(bytes - HEADER_BYTES - own.length), response).catch(() => undefined);
}

function* sound(bytes) {
  for (let left = bytes; left > 0; left -= BLOCK_BYTES) yield block.subarray(0, Math.min(left, BLOCK_BYTES));
}

function wavHeader({ rate, channels, bytes }) {
  const header = Buffer.alloc(HEADER_BYTES);
  header.write("RIFF", 0);
  header.writeUInt32LE(bytes - 8, 4);
  header.write("WAVEfmt ", 8);
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(1, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(rate, 24);
  header.writeUInt32LE(rate * channels * 2, 28);
  header.writeUInt16LE(channels * 2, 32);
  header.writeUInt16LE(16, 34);
  header.write("data", 36);
  header.writeUInt32LE(bytes - HEADER_BYTES, 40);
  return header;
}

/** Bursts of noise and pauses, as a talk has: neither as easy as silence nor as hard as noise throughout. */
function speechLikeBlock() {
  const samples = new Int16Array(BLOCK_BYTES / 2);
  let state = 12345;
  for (let index = 0; index < samples.length; index++) {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    const loudness = Math.sin(index / 5_000) > -0.2 ? 6_000 + 4_000 * Math.sin(index / 700) : 40;
    samples[index] = ((state / 2 ** 32) * 2 - 1) * loudness;
  }
  return Buffer.from(samples.buffer);
}

/** An ID3v2 tag with a text of its own, which makes the same sound another file. */
function id3Tag(text) {
  const body = Buffer.from(`\0${text}`, "latin1");
  const frame = Buffer.concat([Buffer.from("TIT2"), syncSafe(body.length), Buffer.alloc(2), body]);
  return Buffer.concat([Buffer.from("ID3\u0004\0\0", "latin1"), syncSafe(frame.length), frame]);
}

function syncSafe(size) {
  return Buffer.from([(size >> 21) & 127, (size >> 14) & 127, (size >> 7) & 127, size & 127]);
}
