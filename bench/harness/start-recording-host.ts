import { spawn } from "node:child_process";
import { once } from "node:events";
import path from "node:path";
import { createInterface } from "node:readline";
import { z } from "zod";
import { PINNED_NODE, ROOT } from "../../scripts/bootstrap/paths.mjs";
import { childEnvironment } from "./child-environment";
import { endProcess } from "./end-process";

/** A recording host on loopback, in a process of its own. `allowHosts` is what RECORDING_ALLOW_HOSTS must say. */
export type RecordingHost = { allowHosts: string; origin: (number: number) => string; stop: () => Promise<void> };

/** Starts a host on so many ports; each counts as another host. With `mp3Path` it serves that file too. */
export async function startRecordingHost({ portCount, mp3Path }: { portCount: number; mp3Path?: string }): Promise<RecordingHost> {
  const script = path.join(ROOT, "bench/load/recording-host.mjs");
  const child = spawn(PINNED_NODE, [script, String(portCount), ...(mp3Path ? [mp3Path] : [])], {
    env: childEnvironment({}),
    stdio: ["pipe", "pipe", "inherit"],
  });
  const [line] = await once(createInterface(child.stdout), "line");
  const hosts = z
    .array(z.int())
    .parse(JSON.parse(String(line)))
    .map((port) => `127.0.0.1:${port}`);
  return { allowHosts: hosts.join(","), origin: (number) => `http://${hosts[number % hosts.length]}`, stop: () => endProcess(child) };
}
