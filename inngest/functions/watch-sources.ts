import { rollUpDeliveries } from "@/lib/source-health/roll-up-deliveries";
import { watchSources } from "@/lib/source-health/watch-sources";
import { inngest } from "../client";

/** Tells each minute which campaigns' sources are silent, refused or without recordings, from the rhythm that their own hours have. */
export const watchSourcesFunction = inngest.createFunction({ id: "watch-sources", triggers: [{ cron: "* * * * *" }] }, async ({ step }) => {
  await step.run("roll-up-deliveries", async () => (await rollUpDeliveries())?.toISOString() ?? null);
  return step.run("watch-sources", () => watchSources());
});
