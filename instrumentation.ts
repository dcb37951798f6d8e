/** Next.js calls this once when the server starts, never during a build: starts the relay and the engine in this process, unless WORKER is off. */
export async function register(): Promise<void> {
  // Next.js replaces this by a constant, which keeps everything below out of the bundle for other runtimes.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("./lib/env");
  if (env.WORKER === "off") return;
  const [{ startWork }, { onShutdown }, { log }] = await Promise.all([
    import("./inngest/start-work"),
    import("./lib/shutdown"),
    import("./lib/log"),
  ]);
  try {
    const work = await startWork();
    onShutdown("work", work.stop);
  } catch (error) {
    // Next.js would go on and answer every request with 500.
    log.fatal({ err: error }, "The durable functions can't be run.");
    process.exit(1);
  }
}
