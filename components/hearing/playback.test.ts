import { afterEach, expect, test, vi } from "vitest";
import { createPlayback } from "./playback";

/** As much of an audio element as is told apart here: what it knows, which may be ahead of what it has told. */
class Sound extends EventTarget {
  readyState = 0;
  currentTime = 0;
  playbackRate = 1;
  paused = true;
  error: { code: number } | null = null;
  load(): void {
    this.error = null;
    this.readyState = 0;
    this.currentTime = 0;
  }
  async play(): Promise<void> {
    this.paused = false;
    this.dispatchEvent(new Event("play"));
  }
}

afterEach(() => vi.unstubAllGlobals());

test("sound begins at the place gone to before there was any, also where a frame is drawn before the element tells that there is", () => {
  let drawFrame = () => {};
  vi.stubGlobal("requestAnimationFrame", (draw: () => void) => {
    drawFrame = draw;
    return 1;
  });
  vi.stubGlobal("cancelAnimationFrame", () => undefined);
  const sound = new Sound();
  const playback = createPlayback({ durationSeconds: 60, startAt: 0 });
  playback.attach(sound as unknown as HTMLAudioElement);
  playback.seek(10);
  playback.toggle();
  sound.readyState = 1;
  drawFrame();
  expect(playback.seconds()).toBe(10);
  sound.dispatchEvent(new Event("loadedmetadata"));
  expect(sound.currentTime).toBe(10);
  sound.currentTime = 10.5;
  drawFrame();
  expect(playback.seconds()).toBe(10.5);
});

test("the place is known while nobody looks and no frame is drawn, and one that failed while it played plays at the first press", () => {
  vi.stubGlobal("requestAnimationFrame", () => 1);
  vi.stubGlobal("cancelAnimationFrame", () => undefined);
  const sound = new Sound();
  const playback = createPlayback({ durationSeconds: 60, startAt: 0 });
  playback.attach(sound as unknown as HTMLAudioElement);
  playback.toggle();
  sound.readyState = 1;
  sound.dispatchEvent(new Event("loadedmetadata"));
  sound.currentTime = 30;
  sound.dispatchEvent(new Event("timeupdate"));
  expect(playback.seconds()).toBe(30);

  sound.error = { code: 2 };
  sound.dispatchEvent(new Event("error"));
  expect(playback.state()).toMatchObject({ isPlaying: false, hasFailed: true });
  playback.toggle();
  expect(playback.state()).toMatchObject({ isPlaying: true, hasFailed: false });
  expect(playback.seconds()).toBe(30);
});
