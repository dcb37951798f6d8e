import { execFile } from "node:child_process";
import { promisify } from "node:util";
import { z } from "zod";
import { findFfmpeg } from "@/lib/recordings/decoding/find-ffmpeg";
import { PINNED_NODE, ROOT } from "../../scripts/bootstrap/paths.mjs";
import { childEnvironment } from "../harness/child-environment";
import type { Figure, LineOptions, LineReport } from "../harness/line-report";

const timesShape = z.object({ p50: z.number(), p95: z.number() });
const decodeShape = z.object({ wavMono8k: timesShape, mp3Mono32k: timesShape, mp3Stereo128k: timesShape });
const runsShape = z.object({ runs_per_second: z.number(), node_cpu_ms_per_run: z.number() });
const engineShape = z.object({
  steps_saved_on_the_way: runsShape,
  steps_answered_one_by_one: runsShape,
  idle_latency_ms: timesShape,
  latency_ms_behind_a_blocked_key: timesShape.extend({ backlog: z.number() }),
  target: z.object({ runs_per_second: z.number(), idle_p50_ms: z.number() }),
});
const readingShape = z.object({
  limit_microseconds: z.number(),
  results: z.array(z.object({ body: z.string(), bytes: z.number(), microseconds: z.number(), slowest_round: z.number() })),
});

/** The parts by themselves, by the benchmarks beside this one: reading a body, deciding on a file, moving a durable function. */
export async function measureParts({ isQuick }: LineOptions): Promise<LineReport> {
  const reading = readingShape.parse(await runScript("read-anura.ts"));
  const engine = engineShape.parse(await runScript("engine.ts", isQuick ? "300" : "2000"));
  const decoding = (await findFfmpeg()) ? decodeShape.parse(await runScript("decode.ts")) : null;
  const whole = reading.results.find(({ body }) => body === "by_facts");
  const { steps_saved_on_the_way: saved, steps_answered_one_by_one: answered, idle_latency_ms: idle, target } = engine;
  const figures: Figure[] = [
    {
      what: "reading a delivery of Anura, processor time",
      must: `<= ${reading.limit_microseconds} µs`,
      measured: `${whole?.microseconds} µs`,
      isMet: (whole?.microseconds ?? Number.POSITIVE_INFINITY) <= reading.limit_microseconds,
      runs: `slowest round ${whole?.slowest_round}; ${whole?.bytes} bytes`,
    },
    {
      what: "durable functions of three steps",
      must: `>= ${target.runs_per_second} runs/s`,
      measured: `${saved.runs_per_second} runs/s`,
      isMet: saved.runs_per_second >= target.runs_per_second,
      runs: `${saved.node_cpu_ms_per_run} ms of processor time each`,
    },
    plain(
      "the same, answered step by step",
      `${answered.runs_per_second} runs/s`,
      `${answered.node_cpu_ms_per_run} ms of processor time each`,
    ),
    {
      what: "sending an event to the end of its last step, idle, p50",
      must: `<= ${target.idle_p50_ms} ms`,
      measured: `${idle.p50} ms`,
      isMet: idle.p50 <= target.idle_p50_ms,
      runs: `p95 ${idle.p95}`,
    },
    plain(
      `the same behind ${engine.latency_ms_behind_a_blocked_key.backlog.toLocaleString("en")} events of a host that hangs, p50`,
      `${engine.latency_ms_behind_a_blocked_key.p50} ms`,
      `p95 ${engine.latency_ms_behind_a_blocked_key.p95}`,
    ),
  ];
  if (decoding) {
    figures.push(
      plain("deciding on 1 MB of WAV, 8 kHz mono, p50", `${decoding.wavMono8k.p50} ms`, `p95 ${decoding.wavMono8k.p95}`),
      plain("deciding on 1 MB of MP3, 32 kbit/s mono, 260 s, p50", `${decoding.mp3Mono32k.p50} ms`, `p95 ${decoding.mp3Mono32k.p95}`),
      plain(
        "deciding on 1 MB of MP3, 128 kbit/s stereo, 65 s, p50",
        `${decoding.mp3Stereo128k.p50} ms`,
        `p95 ${decoding.mp3Stereo128k.p95}`,
      ),
    );
  }
  return {
    figures,
    notes: [
      "By bench/read-anura.ts, bench/engine.ts and bench/decode.ts, each of which runs alone too. Deciding on a file means to decode all of it and measure it, in a thread that is warm.",
    ],
  };
}

function plain(what: string, measured: string, runs: string): Figure {
  return { what, must: "", measured, isMet: null, runs };
}

/** What a benchmark of one part printed last: one JSON object. It ends with status 1 when it misses its own target, which is no failure here. */
async function runScript(name: string, ...args: string[]): Promise<unknown> {
  const options = { cwd: ROOT, env: childEnvironment({}), maxBuffer: 10_000_000 };
  const output = await promisify(execFile)(PINNED_NODE, ["--import", "tsx", `bench/${name}`, ...args], options).catch(
    (error: { stdout?: string }) => error,
  );
  return JSON.parse(output.stdout?.trim().split("\n").at(-1) || "null");
}
