import { readFile } from "node:fs/promises";
import { clusterPaths } from "./cluster-paths";
import { SUPERUSER } from "./data-folder";
import { findServer } from "./server-process";

export const DATABASE = "auditoria";

/** postgres:// address of the application's database on the server that runs on the folder now. Throws when none does. */
export async function clusterAddress(folder: string): Promise<string> {
  const server = await findServer(folder);
  if (!server) throw new Error(`No PostgreSQL runs on ${folder}.`);
  const password = (await readFile(clusterPaths(folder).password, "utf8")).trim();
  return `postgres://${SUPERUSER}:${password}@127.0.0.1:${server.port}/${DATABASE}`;
}
