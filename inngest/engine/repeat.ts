import { isDatabaseAway } from "@/lib/errors";
import { log } from "@/lib/log";

type RepeatInput = { name: string; everyMs: number; work: () => Promise<void> };

/** Does some work again and again, the next time so long after the last one ended. An error is logged and the work goes on. */
export function repeat({ name, everyMs, work }: RepeatInput): { stop: () => Promise<void> } {
  let isStopped = false;
  let underWay: Promise<void> = Promise.resolve();
  let timer = setTimeout(round, everyMs);
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await underWay;
    },
  };

  function round() {
    underWay = work()
      .catch((error: unknown) => {
        if (isDatabaseAway(error)) log.warn({ err: error, name }, "The database is away; the engine tries again.");
        else log.error({ err: error, name }, "Routine work of the engine failed; it tries again.");
      })
      .then(() => {
        if (!isStopped) timer = setTimeout(round, everyMs);
      });
  }
}
