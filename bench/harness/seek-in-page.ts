import type { Page } from "@playwright/test";
import type { LongLine } from "./seed-long-transcript";

export const SEEK_KINDS = ["slider", "key", "word"] as const;
export type SeekKind = (typeof SEEK_KINDS)[number];

/** Milliseconds from the press until there is sound at the place, until the next frame shows it, and until the line that is said is in view (null: never). */
export type Seek = { kind: SeekKind; soundMs: number; shownMs: number; inViewMs: number | null };

type SeekInput = { page: Page; kind: SeekKind; lines: LongLine[]; durationSeconds: number; random: () => number };
type WatchedPress = { press: string; target: number; tolerance: number };
type Press = WatchedPress & { act: () => Promise<void> };

declare global {
  interface Window {
    /** What `watch-seek.js` puts into the page. */
    watchSeek: (press: WatchedPress) => void;
    seek: Promise<Omit<Seek, "kind">>;
    placeOfWord: (word: { line: number; from: number; to: number }) => Promise<{ x: number; y: number } | null>;
  }
}

/** Sounds go on while they are looked at. */
const TOLERANCE_SECONDS = 1;

/** Presses on a place anywhere in the call, as a person does, and measures in the page what follows. Needs `watch-seek.js` in it and a call that plays. */
export async function seekInPage(input: SeekInput): Promise<Seek> {
  const { act, ...watched } = await PRESSES[input.kind](input);
  await input.page.evaluate((press) => window.watchSeek(press), watched);
  await act();
  return { kind: input.kind, ...(await input.page.evaluate(() => window.seek)) };
}

const PRESSES: Record<SeekKind, (input: SeekInput) => Promise<Press>> = { slider: pressOnSlider, key: pressOfKey, word: pressOnWord };

/** Anywhere on the picture of the sound but on the knob, which a press does not move. A pixel of it is some seconds, and the slider counts from the middle of its knob. */
async function pressOnSlider({ page, durationSeconds, random }: SeekInput): Promise<Press> {
  const box = await page.locator("audio ~ section input[type=range]").boundingBox();
  if (!box) throw new Error("The slider is not on the page.");
  const at = await page.locator("audio").evaluate((audio: HTMLAudioElement) => audio.currentTime / audio.duration);
  let share = at;
  while (Math.abs(share - at) < 0.03) share = 0.02 + 0.96 * random();
  const act = () => page.mouse.click(box.x + share * box.width, box.y + box.height / 2);
  return { press: "pointerdown", target: share * durationSeconds, tolerance: durationSeconds / 50, act };
}

/** One of the keys of the tenths of a call. */
async function pressOfKey({ page, durationSeconds, random }: SeekInput): Promise<Press> {
  const digit = Math.floor(10 * random());
  const act = () => page.keyboard.press(String(digit));
  return { press: "keydown", target: (digit * durationSeconds) / 10, tolerance: TOLERANCE_SECONDS, act };
}

/** On a word that is not being said, which the reader has scrolled to. */
async function pressOnWord({ page, lines, random }: SeekInput): Promise<Press> {
  for (;;) {
    const line = Math.floor(lines.length * random());
    const { words = [] } = lines[line] ?? {};
    const index = Math.floor(words.length * random());
    const [word = "", startMs = 0] = words[index] ?? [];
    const from = words.slice(0, index).reduce((length, [before]) => length + before.length + 1, 0);
    const wanted = { line, from, to: from + word.length };
    const place = await page.evaluate((one) => window.placeOfWord(one), wanted);
    if (place) {
      const act = () => page.mouse.click(place.x, place.y);
      return { press: "click", target: startMs / 1_000, tolerance: TOLERANCE_SECONDS, act };
    }
  }
}
