import type { Command } from "commander";
import type { Diagnosis } from "@/lib/installation/doctor/run-doctor";

const MARKS = { ok: "ok     ", warning: "warning", broken: "BROKEN " };
const FORMAT_WORDS = { always: "always", small: "up to 64 MiB without ffmpeg", never: "needs ffmpeg" };

/** `doctor`. Ends with status 1 when something is broken. */
export function addDoctorCommand(program: Command): void {
  program
    .command("doctor")
    .description("checks the installation, in words")
    .option("--json")
    .action(async ({ json }: { json?: boolean }) => {
      const { runDoctor } = await import("@/lib/installation/doctor/run-doctor");
      const diagnosis = await runDoctor();
      process.stdout.write(json ? `${JSON.stringify(diagnosis)}\n` : inWords(diagnosis));
      if (diagnosis.status === "broken") process.exitCode = 1;
    });
}

function inWords({ findings, formats }: Diagnosis): string {
  const checks = findings.map(({ name, status, message }) => `${MARKS[status]}  ${name}: ${message}`);
  const table = formats.map(({ format, withoutFfmpeg }) => `         ${format.padEnd(52)}${FORMAT_WORDS[withoutFfmpeg]}`);
  return `${[...checks, "", "Recordings that can be taken in:", ...table].join("\n")}\n`;
}
