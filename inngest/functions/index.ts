import type { InngestFunction } from "inngest";
import { maintainReception } from "./maintain-reception";
import { takeInRecording } from "./take-in-recording";
import { watchSourcesFunction } from "./watch-sources";

/** Every durable function of the product. What is not listed here never runs. */
export const functions: InngestFunction.Like[] = [maintainReception, takeInRecording, watchSourcesFunction];
