import { sqlClient } from "@/db/client";
import { inngest } from "../../client";

/** Writes each step to a table, and never ends its second step in a process that is meant to die over it. */
export function createCrashFunction({ isVictim }: { isVictim: boolean }) {
  return inngest.createFunction({ id: "crash", triggers: [{ event: "crash/asked" }], retries: 0 }, async ({ event, step }) => {
    const { run } = event.data;
    await step.run("first", () => record(run, "first"));
    await step.run("second", async () => {
      await record(run, isVictim ? "second, cut short" : "second");
      if (isVictim) await new Promise(() => undefined);
    });
    await step.run("third", () => record(run, "third"));
  });
}

async function record(run: unknown, line: string): Promise<void> {
  await sqlClient`insert into crash_lines (run, line) values (${String(run)}, ${line})`;
}
