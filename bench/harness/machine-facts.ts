import { execFile } from "node:child_process";
import { readFile } from "node:fs/promises";
import { arch, availableParallelism, platform, totalmem } from "node:os";
import path from "node:path";
import { promisify } from "node:util";
import { serverBinaries } from "@/db/embedded/server-binaries";
import { ROOT } from "../../scripts/bootstrap/paths.mjs";

/** What a figure depends on: cores, memory, and the versions of what did the work. Names no machine. */
export async function machineFacts(): Promise<string> {
  const { postgres } = await serverBinaries();
  const { stdout } = await promisify(execFile)(postgres, ["--version"]);
  const next: unknown = JSON.parse(await readFile(path.join(ROOT, "node_modules/next/package.json"), "utf8"));
  const nextVersion = next !== null && typeof next === "object" && "version" in next ? String(next.version) : "";
  return [
    `${availableParallelism()} cores`,
    `${Math.round(totalmem() / 1024 ** 3)} GB of memory`,
    `${platform()} ${arch()}`,
    `Node.js ${process.versions.node}`,
    `PostgreSQL ${stdout.replace(/[^\d.]*([\d.]+).*/s, "$1")}`,
    `Next.js ${nextVersion}`,
  ].join(", ");
}
