/** A process of its own for tests: joins the cluster in the folder of its first argument, says so in a line of JSON, and stays until told to leave. */
import { joinCluster } from "../embedded/join-cluster";

try {
  const { url, leave } = await joinCluster({ folder: process.argv[2] ?? "", settings: { fsync: "off" } });
  process.stdout.write(`${JSON.stringify({ url })}\n`);
  process.stdin.once("end", async () => {
    await leave();
    process.exit(0);
  });
  process.stdin.resume();
} catch (error) {
  process.stdout.write(`${JSON.stringify({ error: error instanceof Error ? error.message : String(error) })}\n`);
}
