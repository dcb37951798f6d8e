/** `npm run demo`: an installation of its own, with an administrator, two campaigns and a simulated PBX that sends recorded calls. */
import { parseArgs } from "node:util";
import { explainFailure } from "@/scripts/serving/explain-failure";
import { onEndRequest } from "@/scripts/serving/on-end-request";
import { openRecordingServer } from "./open-recording-server";
import { runPbx } from "./run-pbx";

const ending = onEndRequest();
try {
  const { values } = parseArgs({ options: { "data-dir": { type: "string", default: "./.data-demo" }, port: { type: "string" } } });
  const recordings = await openRecordingServer();
  // Blank: an installation that somebody works with, named in .env, has no part in a demonstration.
  Object.assign(process.env, { DATA_DIR: values["data-dir"], DATABASE_URL: "", PUBLIC_URL: "", STORAGE: "" });
  process.env.RECORDING_ALLOW_HOSTS = `127.0.0.1:${recordings.port}`;
  process.env.LOG_LEVEL ??= "warn";
  if (values.port) process.env.PORT = values.port;

  // Loaded once the environment is that of the demonstration.
  const { startServing } = await import("@/scripts/serving/start-serving");
  const serving = await startServing({ signal: ending.signal });
  const { prepareDemo } = await import("./prepare-demo");
  const { env } = await import("@/lib/env");
  const { email, password, apiKey, campaignIds } = await prepareDemo();
  const origin = `http://localhost:${serving.port}`;
  console.log(`\nSign in at ${origin}/sign-in as ${email} with the password ${password}`);
  console.log(`Calls arrive at ${origin}/dashboard/tasks from now on. Everything is kept in ${env.DATA_DIR}. Ctrl-C ends it.\n`);
  const webhookUrl = `http://127.0.0.1:${serving.port}/webhook/anura`;
  await runPbx({
    server: recordings.server,
    webhookUrl,
    apiKey,
    campaignIds,
    timeZone: env.TIME_ZONE,
    say: console.log,
    signal: ending.signal,
  });
  await serving.stop();
  process.exit(0);
} catch (error) {
  process.stderr.write(`${explainFailure(error)}\n`);
  process.exit(ending.signal.aborted ? 0 : 1);
}
