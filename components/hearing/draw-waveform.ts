import type { AudioPeaks } from "@/lib/recordings/decoding/audio-inspection";

const BAR_WIDTH = 2;
const BAR_GAP = 1;
const LOUDEST = 127;
/** So that a silence is a line and not nothing. */
const MIN_HEIGHT = 1;

type DrawWaveformInput = { canvas: HTMLCanvasElement; peaks: AudioPeaks; progress: number };

/** Draws each channel as a band of bars, what has been played in the accent colour, at the screen's own resolution. */
export function drawWaveform({ canvas, peaks, progress }: DrawWaveformInput): void {
  const context = canvas.getContext("2d");
  if (!context) return;
  const { clientWidth: width, clientHeight: height } = canvas;
  const ratio = window.devicePixelRatio || 1;
  if (canvas.width !== Math.round(width * ratio)) canvas.width = Math.round(width * ratio);
  if (canvas.height !== Math.round(height * ratio)) canvas.height = Math.round(height * ratio);
  context.setTransform(ratio, 0, 0, ratio, 0, 0);
  context.clearRect(0, 0, width, height);
  const styles = getComputedStyle(canvas);
  const [ahead, played] = [styles.getPropertyValue("--wave"), styles.getPropertyValue("--accent")];
  const barCount = Math.max(1, Math.floor(width / (BAR_WIDTH + BAR_GAP)));
  const bandHeight = height / peaks.channels.length;
  // A quiet recording is shown as large as a loud one; what is silent stays flat.
  const scale = 1 / Math.max(16, loudestOf(peaks));

  peaks.channels.forEach((channel, index) => {
    const middle = bandHeight * (index + 0.5);
    for (let bar = 0; bar < barCount; bar++) {
      const [low, high] = extremesOf(channel, bar / barCount, (bar + 1) / barCount);
      const top = middle - high * scale * bandHeight * 0.46;
      const bottom = middle - low * scale * bandHeight * 0.46;
      context.fillStyle = (bar + 0.5) / barCount <= progress ? played : ahead;
      context.fillRect(bar * (BAR_WIDTH + BAR_GAP), top, BAR_WIDTH, Math.max(MIN_HEIGHT, bottom - top));
    }
  });
}

function loudestOf({ channels }: AudioPeaks): number {
  let loudest = 0;
  for (const channel of channels) for (const value of channel) loudest = Math.max(loudest, Math.abs(value));
  return Math.min(loudest, LOUDEST);
}

/** Lowest and highest value between two shares of a channel, which holds minimum and maximum of each bucket in turn. */
function extremesOf(channel: number[], from: number, to: number): [low: number, high: number] {
  const bucketCount = Math.floor(channel.length / 2);
  const first = Math.min(bucketCount - 1, Math.floor(from * bucketCount));
  const last = Math.max(first + 1, Math.ceil(to * bucketCount));
  let [low, high] = [0, 0];
  for (let bucket = first; bucket < Math.min(last, bucketCount); bucket++) {
    low = Math.min(low, channel[bucket * 2] ?? 0);
    high = Math.max(high, channel[bucket * 2 + 1] ?? 0);
  }
  return [low, high];
}
