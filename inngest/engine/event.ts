import { z } from "zod";

/** An event as the engine keeps it and hands it to functions; fields that the SDK adds are kept as they are. */
export const engineEvent = z.looseObject({ id: z.string().min(1), name: z.string().min(1), data: z.unknown().optional(), ts: z.number() });
export type EngineEvent = z.infer<typeof engineEvent>;

/** Names of the events that the engine itself makes. */
export const INVOKED_EVENT = "inngest/function.invoked";
export const FAILED_EVENT = "inngest/function.failed";
export const FINISHED_EVENT = "inngest/function.finished";
export const CANCELLED_EVENT = "inngest/function.cancelled";
export const CRON_EVENT = "inngest/scheduled.timer";
