import { recognizeLocally } from "@/lib/speech/speech";
import type { Recognize } from "./recognized";

/** A transcriber on this machine, in processes of its own. Speech leaves the machine nowhere. */
export const localTranscriber: Recognize = (input) => recognizeLocally(input);
