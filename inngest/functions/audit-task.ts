import { runMachineAudit } from "@/lib/audits/machine/run-machine-audit";
import { runMachineWork } from "@/lib/machine-work/run-machine-work";
import { inngest } from "../client";
import { auditRequested } from "../events";

/**
 * Makes one attempt to have machines answer a task's scorecard. Safe to run any number of times for the same task: who works on it and when it is
 * tried again are in the database, and the relay hands it on whenever that says so.
 */
export const auditTask = inngest.createFunction({ id: "audit-task", triggers: [auditRequested], retries: 0 }, async ({ event, step }) => {
  const { taskId } = event.data;
  return step.run("audit", () => runMachineWork({ taskId, kind: "audit", work: runMachineAudit }));
});
