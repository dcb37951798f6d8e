import { createRequire } from "node:module";
import { VAD_WINDOW_SAMPLES } from "./find-speech.ts";
import { SPEECH_RATE_HZ } from "./resampler.ts";

export type SherpaVad = {
  acceptWaveform(samples: Float32Array): void;
  isEmpty(): boolean;
  front(enableExternalBuffer: boolean): { start: number; samples: Float32Array };
  pop(): void;
  flush(): void;
  reset(): void;
};

/** Turns samples at 16 kHz, at most some tens of seconds, into text; "" where nothing is said. */
export type Recognizer = (samples: Float32Array) => Promise<string>;

export type MoonshineFiles = { encoder: string; decoder: string; tokens: string };

/** sherpa-onnx in one of its two builds. */
export type Sherpa = {
  build: "native" | "wasm";
  openVad(model: string): SherpaVad;
  openRecognizer(files: MoonshineFiles): Promise<Recognizer>;
};

type NativeStream = { acceptWaveform(sound: { sampleRate: number; samples: Float32Array }): void };
type NativeRecognizer = {
  createStream(): NativeStream;
  decodeAsync(stream: NativeStream): Promise<{ text: string }>;
};
type NativeModule = {
  Vad: new (config: object, bufferSeconds: number) => SherpaVad;
  OfflineRecognizer: { createAsync(config: object): Promise<NativeRecognizer> };
};
type WasmStream = { acceptWaveform(sampleRate: number, samples: Float32Array): void; free(): void };
type WasmRecognizer = { createStream(): WasmStream; decode(stream: WasmStream): void; getResult(stream: WasmStream): { text: string } };
type WasmModule = { createVad(config: object): SherpaVad; createOfflineRecognizer(config: object): WasmRecognizer };

const VAD_BUFFER_SECONDS = 60;
const STREAMS_KEPT = 16;
const require = createRequire(import.meta.url);

/**
 * Loads sherpa-onnx: its native build, or the one in WebAssembly, half as fast, where there is no native code for this machine (it is built
 * for glibc 2.32 and later on x64 and arm64). One process loads one of them.
 */
export function loadSherpa({ allowNative = true } = {}): Sherpa {
  if (allowNative) {
    try {
      const sherpa: NativeModule = require("sherpa-onnx-node");
      return nativeSherpa(sherpa);
    } catch {
      // It says only that the platform is unknown; the other build says more when it fails too.
    }
  }
  const sherpa: WasmModule = require("sherpa-onnx");
  return wasmSherpa(sherpa);
}

function nativeSherpa(sherpa: NativeModule): Sherpa {
  return {
    build: "native",
    openVad: (model) => new sherpa.Vad(vadConfig(model), VAD_BUFFER_SECONDS),
    openRecognizer: async (files) => {
      const recognizer = await sherpa.OfflineRecognizer.createAsync(recognizerConfig(files));
      let heard = 0;
      return async (samples) => {
        const stream = recognizer.createStream();
        stream.acceptWaveform({ sampleRate: SPEECH_RATE_HZ, samples });
        const { text } = await recognizer.decodeAsync(stream);
        if (++heard % STREAMS_KEPT === 0) await freeStreams();
        return text.trim();
      };
    },
  };
}

/** A stream's sound lies outside of JavaScript's memory, which therefore never looks full: without this an hour's call keeps all of it. */
async function freeStreams(): Promise<void> {
  globalThis.gc?.();
  await new Promise(setImmediate);
}

function wasmSherpa(sherpa: WasmModule): Sherpa {
  return {
    build: "wasm",
    openVad: (model) => sherpa.createVad({ ...vadConfig(model), bufferSizeInSeconds: VAD_BUFFER_SECONDS }),
    openRecognizer: async (files) => {
      const recognizer = sherpa.createOfflineRecognizer(recognizerConfig(files));
      return async (samples) => {
        const stream = recognizer.createStream();
        stream.acceptWaveform(SPEECH_RATE_HZ, samples);
        recognizer.decode(stream);
        const { text } = recognizer.getResult(stream);
        stream.free();
        // Decoding holds the thread: messages get their turn between segments.
        await new Promise(setImmediate);
        return text.trim();
      };
    },
  };
}

function vadConfig(model: string): object {
  return {
    sileroVad: {
      model,
      threshold: 0.5,
      minSilenceDuration: 0.3,
      minSpeechDuration: 0.2,
      windowSize: VAD_WINDOW_SAMPLES,
      maxSpeechDuration: 15,
    },
    sampleRate: SPEECH_RATE_HZ,
    numThreads: 1,
    provider: "cpu",
    debug: 0,
  };
}

function recognizerConfig({ encoder, decoder, tokens }: MoonshineFiles): object {
  return {
    featConfig: { sampleRate: SPEECH_RATE_HZ, featureDim: 80 },
    modelConfig: { moonshine: { encoder, mergedDecoder: decoder }, tokens, numThreads: 1, provider: "cpu", debug: 0 },
  };
}
