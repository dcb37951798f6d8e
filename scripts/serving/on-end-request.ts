/** A Ctrl-C reaches a process up to three times: from the terminal, from npm, and from the script that started it. */
const SAME_REQUEST_MS = 500;

/**
 * Hears of the wish that this process end: SIGTERM, SIGINT or SIGHUP, or the death of the process that started it. The signal aborts and
 * the promise resolves at the first; another one, half a second later or more, ends the process at once.
 */
export function onEndRequest(source: NodeJS.EventEmitter = process): { signal: AbortSignal; requested: Promise<void> } {
  const controller = new AbortController();
  let firstAt: number | null = null;
  const hear = (reason: string) => {
    if (firstAt === null) process.stderr.write(`Ending: ${reason}.\n`);
    firstAt ??= Date.now();
    if (Date.now() - firstAt >= SAME_REQUEST_MS) process.exit(1);
    controller.abort();
  };
  for (const name of ["SIGTERM", "SIGINT", "SIGHUP"] as const) source.on(name, () => hear(name));
  source.once("disconnect", () => hear("the process that started it is gone"));
  const requested = new Promise<void>((resolve) => controller.signal.addEventListener("abort", () => resolve(), { once: true }));
  return { signal: controller.signal, requested };
}
