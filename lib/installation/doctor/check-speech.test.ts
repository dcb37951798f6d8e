import { truncate } from "node:fs/promises";
import path from "node:path";
import { eq } from "drizzle-orm";
import { expect, test, vi } from "vitest";
import { db } from "@/db/client";
import { campaigns } from "@/db/schema";
import { makeCampaign } from "@/db/testing/make-task";
import { packFolder } from "@/lib/speech/packs/pack-folder";
import { installPack } from "@/lib/speech/testing/install-pack";
import { checkSpeech } from "./check-speech";

vi.setConfig({ testTimeout: 120_000 });

test("what campaigns need to be heard on this machine is asked for by name until it is here, whole", async () => {
  expect(await checkSpeech()).toEqual({ name: "Speech", status: "ok", message: "No campaign is transcribed on this machine." });

  const id = await makeCampaign();
  await db.update(campaigns).set({ transcriber: "local", language: "en" }).where(eq(campaigns.id, id));
  expect(await checkSpeech()).toMatchObject({ status: "warning", message: expect.stringContaining("No model for calls in en,") });

  await installPack("en-tiny");
  expect(await checkSpeech()).toMatchObject({ status: "warning", message: expect.stringContaining('"vad" is missing') });
  await installPack("vad");
  expect(await checkSpeech()).toMatchObject({ status: "ok", message: "There are models for calls in en." });

  await db.update(campaigns).set({ language: null }).where(eq(campaigns.id, id));
  expect(await checkSpeech()).toMatchObject({ status: "warning", message: expect.stringContaining("No model for calls in es,") });

  await truncate(path.join(packFolder("en-tiny"), "encoder_model.onnx"), 100);
  expect(await checkSpeech()).toMatchObject({ status: "warning", message: expect.stringContaining("Damaged: en-tiny.") });
});
