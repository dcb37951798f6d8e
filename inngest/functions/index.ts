import type { InngestFunction } from "inngest";
import { analyseTask } from "./analyse-task";
import { auditTask } from "./audit-task";
import { deleteExpiredRecordings } from "./delete-expired-recordings";
import { maintainReception } from "./maintain-reception";
import { refreshOutcomesFunction } from "./refresh-outcomes";
import { runJob } from "./run-job";
import { sendDigests } from "./send-digests";
import { takeInRecording } from "./take-in-recording";
import { transcribeTask } from "./transcribe-task";
import { watchSourcesFunction } from "./watch-sources";

/** Every durable function of the product. What is not listed here never runs. */
export const functions: InngestFunction.Like[] = [
  analyseTask,
  auditTask,
  deleteExpiredRecordings,
  maintainReception,
  refreshOutcomesFunction,
  runJob,
  sendDigests,
  takeInRecording,
  transcribeTask,
  watchSourcesFunction,
];
