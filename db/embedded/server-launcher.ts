import { type ChildProcess, execFile, type SpawnOptions, spawn } from "node:child_process";
import path from "node:path";
import { promisify } from "node:util";
import type { ServerAccount } from "./server-account";
import type { ServerBinaries } from "./server-binaries";

const run = promisify(execFile);

/** Starts one of PostgreSQL's programs under the account that it runs as. */
export type ServerLauncher = (program: string, args: string[], options: SpawnOptions) => ChildProcess;

/**
 * Finds the way by which the server's account reaches its binaries and `folder`. Root's own files often lie under a folder closed to
 * everybody else, such as /root: then the server keeps one capability, the right to pass and read there, or, where files are closed too,
 * to ignore modes. It gains nothing over the application, which is root already. Fails in one sentence when no way is open.
 */
export async function serverLauncher({
  folder,
  binaries,
  account,
}: {
  folder: string;
  binaries: ServerBinaries;
  account: ServerAccount | null;
}): Promise<ServerLauncher> {
  if (!account) return (program, args, options) => spawn(program, args, inPlainSurroundings(options));
  const asAccount: ServerLauncher = (program, args, options) => spawn(program, args, { ...inPlainSurroundings(options), ...account });
  const ways = [asAccount, keepingCapability(account, "dac_read_search"), keepingCapability(account, "dac_override")];
  for (const launcher of ways) if (await canReach({ launcher, folder, binaries })) return launcher;
  const closed = await closedFolders(account, [folder, path.dirname(binaries.postgres)]);
  throw new Error(
    `PostgreSQL runs as user id ${account.uid}, since it refuses root, and that account can't reach ${closed.join(" and ")}: ` +
      "move the installation to a folder open to it, such as /srv/auditoria, start as an ordinary user, or set DATABASE_URL.",
  );
}

/** Nothing of the application's environment, which holds secrets, and no working folder that the account might not reach. */
function inPlainSurroundings(options: SpawnOptions): SpawnOptions {
  return { cwd: "/", env: { NODE_ENV: "production", PATH: "/usr/local/bin:/usr/bin:/bin", TZ: "UTC" }, ...options };
}

function keepingCapability({ uid, gid }: ServerAccount, capability: string): ServerLauncher {
  const only = `-all,+${capability}`;
  const flags = [
    ...[`--reuid=${uid}`, `--regid=${gid}`, "--clear-groups"],
    // Without this bit access(2), by which PostgreSQL looks for itself, leaves capabilities out.
    "--securebits=+no_setuid_fixup",
    ...[`--inh-caps=${only}`, `--ambient-caps=${only}`, `--bounding-set=${only}`],
  ];
  return (program, args, options) => spawn("setpriv", [...flags, "--", program, ...args], inPlainSurroundings(options));
}

async function canReach({ launcher, folder, binaries }: { launcher: ServerLauncher; folder: string; binaries: ServerBinaries }) {
  const trial = launcher("/bin/sh", ["-c", 'cd "$1" && exec "$2" --version', "sh", folder, binaries.postgres], { stdio: "ignore" });
  return new Promise<boolean>((resolve) => trial.once("error", () => resolve(false)).once("close", (exitCode) => resolve(exitCode === 0)));
}

/** The outermost closed folder above each of the paths, for the sentence that people read. */
async function closedFolders(account: ServerAccount, targets: string[]): Promise<string[]> {
  const closed = new Set<string>();
  for (const target of targets) {
    const parts = path.resolve(target).split(path.sep);
    for (const depth of parts.keys()) {
      const place = parts.slice(0, depth + 1).join(path.sep) || path.sep;
      const isOpen = await run("/bin/sh", ["-c", 'cd "$1"', "sh", place], { ...account, cwd: "/" }).then(
        () => true,
        () => false,
      );
      if (isOpen) continue;
      closed.add(place);
      break;
    }
  }
  return [...closed];
}
