import { bigint, pgSchema } from "drizzle-orm/pg-core";

/** The embedded engine's own tables. They hold motion, not truth: emptied at any moment, the product's sweeps finish every call. */
export const engineSchema = pgSchema("engine");

export const ENGINE_RUN_STATUSES = ["running", "completed", "failed"] as const;
export const engineRunStatusEnum = engineSchema.enum("run_status", ENGINE_RUN_STATUSES);

/** `ready`: to be claimed. `delayed`: from `due_at` on. `leased`: a process is at it, until `due_at` unless it says otherwise. */
export const ENGINE_JOB_STATES = ["ready", "delayed", "leased"] as const;
export const engineJobStateEnum = engineSchema.enum("job_state", ENGINE_JOB_STATES);

/** Orders the done steps of a run: numbers are drawn under the run's row lock. */
export const engineStepPositions = engineSchema.sequence("step_positions");

export const sequenceNumber = () => bigint({ mode: "number" });
