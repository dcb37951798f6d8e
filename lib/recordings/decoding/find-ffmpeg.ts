import { execFile } from "node:child_process";

let found: Promise<string | null> | undefined;

/** The machine's ffmpeg, found on the PATH once a process; null where there is none. */
export function findFfmpeg(): Promise<string | null> {
  found ??= new Promise((resolve) => {
    execFile("/bin/sh", ["-c", "command -v ffmpeg"], { timeout: 5_000 }, (error, output) => {
      const file = output.trim();
      resolve(error || !file.startsWith("/") ? null : file);
    });
  });
  return found;
}
