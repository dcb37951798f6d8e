import { closeSync, mkdirSync, openSync, renameSync, rmSync } from "node:fs";
import path from "node:path";
import { DESCRIBED_BYTES, describeBytes } from "../../recordings/decoding/describe-bytes.ts";
import { decodeFile } from "../../recordings/decoding/worker/decode-file.ts";
import { readAt, sourceFile } from "../../recordings/decoding/worker/read-file.ts";
import type { PrepareRequest } from "../messages.ts";
import type { Leg, PreparedAudio, Span } from "../speech.ts";
import { SpeechFailure } from "../speech-failure.ts";
import { ChannelRecorder } from "./channel-recorder.ts";
import { cutSpans } from "./cut-spans.ts";
import { decideLegs } from "./decide-legs.ts";
import { findLoudSpans } from "./find-loud-spans.ts";
import { findSpeech } from "./find-speech.ts";
import { meanPower, measureChannels, type SlotPowers } from "./measure-channels.ts";
import { measureSpeech } from "./measure-speech.ts";
import { openVad } from "./models.ts";
import { findEcho, muteSlots } from "./mute-echo.ts";
import { SPEECH_RATE_HZ } from "./resampler.ts";

type Channel = { channel: number; path: string; powers: SlotPowers };
type Reports = { onProgress: (share: number) => void; onDuration: (seconds: number) => void };

/** Share of the work that decoding is; the rest is finding speech. */
const DECODING_SHARE = 0.3;

/** Makes legs of a file: decoded, at 16 kHz, echo muted, and where somebody speaks found. Files are left in `workDir` for the legs alone. */
export async function prepare(request: PrepareRequest, { onProgress, onDuration }: Reports): Promise<PreparedAudio> {
  const { workDir, vadFolder } = request;
  mkdirSync(workDir, { recursive: true, mode: 0o700 });
  const { paths, durationSeconds } = await decodeToChannels(request);
  onDuration(durationSeconds);
  onProgress(DECODING_SHARE);
  const { channels, laneReason } = chooseChannels(paths);
  muteEchoes(channels);
  const vad = vadFolder === null ? null : await openVad(vadFolder);
  const lanes: (Channel & { spans: Span[] })[] = [];
  const totalSamples = durationSeconds * SPEECH_RATE_HZ * channels.length;
  let doneSamples = 0;
  const onSamples = (count: number) => {
    doneSamples += count;
    onProgress(DECODING_SHARE + (1 - DECODING_SHARE) * Math.min(1, doneSamples / totalSamples));
  };
  for (const channel of channels) {
    const spans = vad ? await findSpeech({ path: channel.path, vad, onSamples }) : findLoudSpans(channel.powers);
    lanes.push({ ...channel, spans });
  }
  const legs = lanes.map(({ channel, path: file, powers, spans }): Leg => {
    const target = path.join(workDir, `leg-${channel}.pcm`);
    renameSync(file, target);
    return { channel, path: target, durationSeconds, speech: cutSpans({ spans, powers, durationSeconds }) };
  });
  onProgress(1);
  return {
    durationSeconds,
    legs,
    laneReason,
    speechFoundBy: vad ? "silero" : "energy",
    measures: measureSpeech({ durationSeconds, lanes }),
  };
}

async function decodeToChannels({ path: source, workDir, ffmpegPath }: PrepareRequest) {
  const fd = openSync(source, "r");
  let recorder: ChannelRecorder | null = null;
  const openSink = (channelCount: number, rateHz: number) => {
    recorder = new ChannelRecorder({ workDir, channelCount, rateHz });
    return recorder;
  };
  try {
    const file = sourceFile(source, fd);
    const { sink } = await decodeFile({ file, described: describeBytes(readAt(file, 0, DESCRIBED_BYTES)), ffmpegPath, openSink });
    return sink.finish();
  } catch (error) {
    throw faultOf(recorder) ?? new SpeechFailure("not_audio", error instanceof Error ? error.message : String(error));
  } finally {
    closeSync(fd);
  }
}

/** A full disk is not the sound's fault, whatever a decoder makes of it. */
function faultOf(recorder: ChannelRecorder | null): unknown {
  return recorder?.fault ?? null;
}

/** The channels that are sides of the call; the files of the others go. Of more than two channels, the two loudest are looked at. */
function chooseChannels(paths: string[]) {
  const measured = paths.map((file, channel) => ({ channel, path: file }));
  const loudest = paths.length <= 2 ? measured : twoLoudest(measured);
  const { powers, correlation } = measureChannels(loudest.map((one) => one.path));
  const { kept, laneReason } = decideLegs({ powers, correlation });
  const channels = loudest.flatMap((one, index): Channel[] => {
    const own = powers[index];
    return own && kept.includes(index) ? [{ ...one, powers: own }] : [];
  });
  for (const file of paths) if (!channels.some((channel) => channel.path === file)) rmSync(file);
  return { channels, laneReason };
}

function twoLoudest<One extends { channel: number; path: string }>(channels: One[]): One[] {
  const powers = new Map(channels.map((one) => [one, meanPower(measureChannels([one.path]).powers[0] ?? new Float32Array(0))]));
  return channels
    .toSorted((one, other) => (powers.get(other) ?? 0) - (powers.get(one) ?? 0))
    .slice(0, 2)
    .toSorted((one, other) => one.channel - other.channel);
}

/** Both sides are compared before either is changed. */
function muteEchoes(channels: Channel[]): void {
  const [one, other] = channels;
  if (!one || !other) return;
  const echoes = [
    { ...one, muted: findEcho({ own: one.powers, other: other.powers }) },
    { ...other, muted: findEcho({ own: other.powers, other: one.powers }) },
  ];
  for (const echo of echoes) muteSlots(echo);
}
