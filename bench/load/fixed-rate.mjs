/**
 * Sends distinct calls at a fixed rate, whether or not earlier ones were answered, and prints what came back as one line of JSON. A request's
 * time counts from the moment when it was due, so that a server that stalls pays for all that it kept waiting.
 */
import { Pool } from "undici";
import { bodyWriter } from "./body-writer.mjs";

const { url, headers, connections, seconds, requestsPerSecond, template, prefix } = JSON.parse(process.argv[2]);
const write = bodyWriter(template);
const { origin, pathname } = new URL(url);
const pool = new Pool(origin, { connections, pipelining: 1 });
const latencies = [];
const counts = { answered: 0, refused: 0, failed: 0 };
const underWay = new Set();

/** Connections are made and code is compiled on both sides first: that is sent too, and not counted. */
const WARM_UP_SECONDS = 1;
const uncounted = Math.round(WARM_UP_SECONDS * requestsPerSecond);
const total = Math.round((WARM_UP_SECONDS + seconds) * requestsPerSecond);
const startedAt = performance.now();
for (let sent = 0; sent < total; ) {
  const due = Math.min(total, Math.floor(((performance.now() - startedAt) * requestsPerSecond) / 1_000));
  for (; sent < due; sent++) {
    const answer = send(sent).finally(() => underWay.delete(answer));
    underWay.add(answer);
  }
  await new Promise((resolve) => setTimeout(resolve, 1));
}
await Promise.all(underWay);
const took = (performance.now() - startedAt) / 1_000;
await pool.close();

latencies.sort((a, b) => a - b);
const percentile = (share) => latencies[Math.max(0, Math.ceil(share * latencies.length) - 1)] ?? null;
process.stdout.write(
  `${JSON.stringify({ seconds: took, sent: total, ...counts, p50Ms: percentile(0.5), p99Ms: percentile(0.99), maxMs: latencies.at(-1) })}\n`,
);

async function send(number) {
  const dueAt = startedAt + (number * 1_000) / requestsPerSecond;
  try {
    const { statusCode, body } = await pool.request({
      path: pathname,
      method: "POST",
      headers: { "content-type": "application/json", ...headers },
      body: write(`${prefix}-${number}`),
    });
    await body.dump();
    counts[statusCode >= 200 && statusCode < 300 ? "answered" : "refused"]++;
  } catch {
    counts.failed++;
  }
  if (number >= uncounted) latencies.push(performance.now() - dueAt);
}
