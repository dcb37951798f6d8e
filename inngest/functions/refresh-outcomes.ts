import { refreshOutcomes } from "@/lib/reports/outcomes/refresh-outcomes";
import { inngest } from "../client";

/** Sums up each minute what came of calls on days that changed, so that reports need not read the calls. */
export const refreshOutcomesFunction = inngest.createFunction({ id: "refresh-outcomes", triggers: [{ cron: "* * * * *" }] }, ({ step }) =>
  step.run("refresh-outcomes", () => refreshOutcomes()),
);
