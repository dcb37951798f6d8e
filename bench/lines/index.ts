import type { LineOptions, LineReport } from "../harness/line-report";

type Line = { title: string; limitSeconds: number; load: () => Promise<(options: LineOptions) => Promise<LineReport>> };

/** Every line that `npm run bench` measures, in order. A line that takes longer than its limit is ended and reported as failed. */
export const LINES: Record<string, Line> = {
  webhook: {
    title: "Webhook: accepted and durable, against an empty handler",
    limitSeconds: 360,
    load: async () => (await import("./webhook")).measureWebhook,
  },
  "webhook-aria": {
    title: "Webhook of pay-per-call platforms, against an empty handler",
    limitSeconds: 240,
    load: async () => (await import("./webhook-aria")).measureWebhookAria,
  },
  "end-to-task": {
    title: "From the END of a call to its task",
    limitSeconds: 90,
    load: async () => (await import("./end-to-task")).measureEndToTask,
  },
  pipeline: {
    title: "Sustained pipeline",
    limitSeconds: 240,
    load: async () => (await import("./pipeline")).measurePipeline,
  },
  "large-recording": {
    title: "Memory while a large recording is taken in",
    limitSeconds: 150,
    load: async () => (await import("./large-recording")).measureLargeRecording,
  },
  start: {
    title: "Start",
    limitSeconds: 150,
    load: async () => (await import("./start")).measureStart,
  },
  "first-load": {
    title: "First load of pages",
    limitSeconds: 600,
    load: async () => (await import("./first-load")).measureFirstLoad,
  },
  "long-call": {
    title: "A call of two hours, to hear and read",
    limitSeconds: 300,
    load: async () => (await import("./long-call")).measureLongCall,
  },
  "task-list": {
    title: "List of tasks, a million of them",
    limitSeconds: 420,
    load: async () => (await import("./task-list")).measureTaskList,
  },
  "delivery-list": {
    title: "Reception log, two million deliveries",
    limitSeconds: 600,
    load: async () => (await import("./delivery-list")).measureDeliveryList,
  },
  "outcome-report": {
    title: "Outcome report, a million calls",
    limitSeconds: 900,
    load: async () => (await import("./outcome-report")).measureOutcomeReport,
  },
  "quality-report": {
    title: "Quality report, a million tasks and 200,000 audits",
    limitSeconds: 900,
    load: async () => (await import("./quality-report")).measureQualityReport,
  },
  "transcript-search": {
    title: "Search in what is said, a million segments",
    limitSeconds: 600,
    load: async () => (await import("./transcript-search")).measureTranscriptSearch,
  },
  parts: {
    title: "The parts by themselves",
    limitSeconds: 150,
    load: async () => (await import("./parts")).measureParts,
  },
  speech: {
    title: "Hearing calls on this machine",
    limitSeconds: 1_500,
    load: async () => (await import("./speech")).measureSpeech,
  },
  "speech-hour": {
    title: "Hearing an hour of stereo",
    limitSeconds: 1_500,
    load: async () => (await import("./speech-hour")).measureSpeechHour,
  },
};
