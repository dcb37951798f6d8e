import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { expect, onTestFinished, test } from "vitest";
import { packFolder } from "../packs/pack-folder";
import { installPack } from "../testing/install-pack";
import { findSpeech } from "./find-speech";
import { LegFile } from "./leg-file";
import { loadSherpa } from "./load-sherpa";
import { prepare } from "./prepare";

test("where there is no native code, the build in WebAssembly finds speech and hears the same words", async () => {
  await Promise.all([installPack("vad"), installPack("en-tiny")]);
  const workDir = await mkdtemp(path.join(tmpdir(), "auditoria-speech-"));
  onTestFinished(() => rm(workDir, { recursive: true, force: true }));
  const request = {
    kind: "prepare",
    path: path.resolve("demo/recordings/en-menu.wav"),
    workDir,
    ffmpegPath: null,
    vadFolder: null,
  } as const;
  const { legs } = await prepare(request, { onProgress: () => undefined, onDuration: () => undefined });
  const leg = legs[0]?.path ?? "";

  const sherpa = loadSherpa({ allowNative: false });
  expect(sherpa.build).toBe("wasm");
  const vad = sherpa.openVad(path.join(packFolder("vad"), "silero_vad_v6.onnx"));
  const [first] = await findSpeech({ path: leg, vad, onSamples: () => undefined });
  expect(first?.start).toBeLessThan(0.5);

  const model = (name: string) => path.join(packFolder("en-tiny"), name);
  const hear = await sherpa.openRecognizer({
    encoder: model("encoder_model.onnx"),
    decoder: model("decoder_model_merged.onnx"),
    tokens: model("tokens.txt"),
  });
  const file = new LegFile(leg);
  const text = await hear(file.read(0, 6.4 * 16_000));
  file.close();
  expect(text.toLowerCase()).toMatch(/thank you for calling .*company/);
}, 180_000);
