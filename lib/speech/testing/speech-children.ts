import { execFile } from "node:child_process";
import { promisify } from "node:util";

/** Process ids of the speech engines that this process has started and that have not ended. */
export async function speechChildren(): Promise<number[]> {
  const { stdout } = await promisify(execFile)("ps", ["-o", "pid=,stat=,args=", "--ppid", String(process.pid)]).catch(() => ({
    stdout: "",
  }));
  return stdout
    .split("\n")
    .map((line) => /^\s*(\d+)\s+(\S+)\s.*lib\/speech\/worker\/worker\.ts/.exec(line))
    .flatMap((match) => (match && !match[2]?.startsWith("Z") ? [Number(match[1])] : []));
}
