import { BLOCK_SAMPLES, LegFile } from "./leg-file.ts";
import { SLOT_SAMPLES, type SlotPowers } from "./measure-channels.ts";

/** How much louder the other side must be: 10 dB. An echo is 15 to 30 dB below what it is an echo of. */
const LOUDER = 10;
/** The other side counts as speaking above this mean power (-55 dBFS): noise beside noise is no echo. */
const SPEAKING_POWER = 10 ** (-55 / 10);
/** Powers are compared over 50 ms, and an echo may come this much later: 120 ms. */
const SMOOTH_SLOTS = 2;
const LATE_SLOTS = 12;

/**
 * Which slots of one side are to be muted, since the other side is so much louder that this one can only carry its echo. Without it every
 * sentence of a call with echo is transcribed twice.
 */
export function findEcho({ own, other }: { own: SlotPowers; other: SlotPowers }): Uint8Array {
  const ownSmooth = smooth(own);
  const otherSmooth = smooth(other);
  const muted = new Uint8Array(own.length);
  for (let slot = 0; slot < own.length; slot++) {
    let loudest = 0;
    for (let at = Math.max(0, slot - LATE_SLOTS); at <= slot; at++) loudest = Math.max(loudest, otherSmooth[at] ?? 0);
    if (loudest > SPEAKING_POWER && loudest > (ownSmooth[slot] ?? 0) * LOUDER) muted[slot] = 1;
  }
  return muted;
}

/** Mutes slots of a leg's file in place, with ramps of one slot so that nothing clicks, and in its powers. */
export function muteSlots({ path, muted, powers }: { path: string; muted: Uint8Array; powers: SlotPowers }): void {
  const file = new LegFile(path, "r+");
  for (let start = 0; start < file.sampleCount; start += BLOCK_SAMPLES) {
    const firstSlot = start / SLOT_SAMPLES;
    if (!muted.subarray(firstSlot, firstSlot + BLOCK_SAMPLES / SLOT_SAMPLES).includes(1) && !muted[firstSlot - 1]) continue;
    const block = file.read(start, BLOCK_SAMPLES);
    for (let i = 0; i < block.length; i++) {
      const slot = firstSlot + Math.floor(i / SLOT_SAMPLES);
      const from = muted[slot - 1] ? 0 : 1;
      const to = muted[slot] ? 0 : 1;
      if (from === 1 && to === 1) continue;
      block[i] = (block[i] ?? 0) * (from + ((to - from) * (i % SLOT_SAMPLES)) / SLOT_SAMPLES);
    }
    file.overwrite(start, block);
  }
  file.close();
  for (const [slot, isMuted] of muted.entries()) if (isMuted) powers[slot] = 0;
}

function smooth(powers: SlotPowers): Float64Array {
  const result = new Float64Array(powers.length);
  for (let slot = 0; slot < powers.length; slot++) {
    const from = Math.max(0, slot - SMOOTH_SLOTS);
    const to = Math.min(powers.length - 1, slot + SMOOTH_SLOTS);
    let sum = 0;
    for (let at = from; at <= to; at++) sum += powers[at] ?? 0;
    result[slot] = sum / (to - from + 1);
  }
  return result;
}
