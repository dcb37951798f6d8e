import { maintainDeliveries } from "@/lib/reception/maintain-deliveries";
import { inngest } from "../client";

/** Keeps the reception log's months in order: partitions made ahead of time, old ones dropped. */
export const maintainReception = inngest.createFunction({ id: "maintain-reception", triggers: [{ cron: "15 4 * * *" }] }, ({ step }) =>
  step.run("maintain-deliveries", () => maintainDeliveries()),
);
