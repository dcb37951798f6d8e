/** Next.js calls this once when the server starts, never during a build: starts the relay and the engine in this process, unless WORKER is off. */
export async function register(): Promise<void> {
  // Next.js replaces this by a constant, which keeps everything below out of the bundle for other runtimes.
  if (process.env.NEXT_RUNTIME !== "nodejs") return;
  const { env } = await import("./lib/env");
  if (env.WORKER === "off") return;
  const { startWorkOfServer } = await import("./inngest/start-work-of-server");
  await startWorkOfServer();
}
