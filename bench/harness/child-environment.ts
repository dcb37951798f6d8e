import { pathWithoutOurs } from "../../scripts/bootstrap/paths.mjs";

const KEPT = [
  "HOME",
  "USER",
  "TMPDIR",
  "TEMP",
  "TZ",
  "LANG",
  "SystemRoot",
  "NODE_EXTRA_CA_CERTS",
  "SPEECH_BENCH_TEXTS",
  "SPEECH_BENCH_ACCEPTS_LICENCE",
];

/** What a child of the benchmark is told: the machine's basics and what is given, and nothing of whoever ran the benchmark. */
export function childEnvironment(given: Record<string, string>): NodeJS.ProcessEnv {
  const kept = Object.fromEntries(KEPT.flatMap((name) => (process.env[name] ? [[name, process.env[name]]] : [])));
  return { ...kept, PATH: pathWithoutOurs(), NODE_ENV: "production", NEXT_TELEMETRY_DISABLED: "1", ...given };
}
