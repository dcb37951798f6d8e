import { randomInt } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { createServer } from "node:net";
import { clusterPaths } from "./cluster-paths";

// Below the ports that systems give to outgoing connections: a client that tries again could otherwise sit on the server's own port.
const LOWEST_PORT = 15_000;
const HIGHEST_PORT = 29_000;

/**
 * The port that the cluster listens on: the one it had last, so that its clients find it again, or a new one when it never had one or
 * somebody else took it. `mustKeep`: fail rather than move, for a restart under clients that hold the address.
 */
export async function serverPort({ folder, mustKeep }: { folder: string; mustKeep: boolean }): Promise<number> {
  const file = clusterPaths(folder).port;
  const known = Number((await readFile(file, "utf8").catch(() => "")).trim());
  const hasOne = Number.isInteger(known) && known > 0;
  if (hasOne && (await isFree(known))) return known;
  if (hasOne && mustKeep) throw new Error(`Port ${known} of 127.0.0.1, where PostgreSQL's clients look for it, is taken.`);
  for (let attempt = 0; attempt < 200; attempt += 1) {
    const port = randomInt(LOWEST_PORT, HIGHEST_PORT);
    if (!(await isFree(port))) continue;
    await writeFile(file, `${port}\n`);
    return port;
  }
  throw new Error("No free port for PostgreSQL on 127.0.0.1.");
}

async function isFree(port: number): Promise<boolean> {
  const server = createServer();
  const isListening = await new Promise<boolean>((resolve) =>
    server.once("error", () => resolve(false)).listen(port, "127.0.0.1", () => resolve(true)),
  );
  if (isListening) await new Promise((resolve) => server.close(resolve));
  return isListening;
}
