/** Sends distinct calls over so many connections as fast as they are answered, and prints what came back as one line of JSON. */
import autocannon from "autocannon";
import { bodyWriter } from "./body-writer.mjs";

const { url, headers, connections, seconds, template, prefix } = JSON.parse(process.argv[2]);
const write = bodyWriter(template);
let count = 0;

const result = await autocannon({
  url,
  connections,
  duration: seconds,
  requests: [
    {
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      setupRequest: (request) => ({ ...request, body: write(`${prefix}-${++count}`) }),
    },
  ],
});
process.stdout.write(
  `${JSON.stringify({
    seconds: result.duration,
    answered: result["2xx"],
    refused: result.non2xx,
    failed: result.errors + result.timeouts,
    sent: result.requests.sent,
    p50Ms: result.latency.p50,
    p99Ms: result.latency.p99,
  })}\n`,
);
