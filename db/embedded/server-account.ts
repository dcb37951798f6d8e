import { execFile } from "node:child_process";
import { stat } from "node:fs/promises";
import { promisify } from "node:util";

const run = promisify(execFile);
const ACCOUNT_NAME = "postgres";

/** Who the server runs as, when not as ourselves. */
export type ServerAccount = { uid: number; gid: number };

/**
 * Null for an ordinary user, who runs the server as himself. For root, whom PostgreSQL refuses: the account that owns the data already,
 * else `postgres`, made when it is missing.
 */
export async function serverAccount({ dataFolder }: { dataFolder: string }): Promise<ServerAccount | null> {
  const owner = await stat(dataFolder).catch(() => null);
  const me = process.getuid?.();
  if (me !== 0) {
    if (owner && me !== undefined && owner.uid !== me)
      throw new Error(
        `The database in ${dataFolder} belongs to another account (user id ${owner.uid}): start as that account or as root, or set DATABASE_URL.`,
      );
    return null;
  }
  if (owner && owner.uid !== 0) return { uid: owner.uid, gid: owner.gid };
  return (await findAccount()) ?? (await createAccount());
}

async function findAccount(): Promise<ServerAccount | null> {
  try {
    const [uid, gid] = await Promise.all([run("id", ["-u", ACCOUNT_NAME]), run("id", ["-g", ACCOUNT_NAME])]);
    return { uid: Number(uid.stdout), gid: Number(gid.stdout) };
  } catch {
    return null;
  }
}

async function createAccount(): Promise<ServerAccount> {
  try {
    await run("useradd", ["--system", "--user-group", "--no-create-home", "--shell", "/usr/sbin/nologin", ACCOUNT_NAME]);
  } catch (error) {
    // Another process may have made it in the same moment.
    if (!(await findAccount())) throw new Error(cannotMake(), { cause: error });
  }
  const account = await findAccount();
  if (!account) throw new Error(cannotMake());
  return account;
}

function cannotMake(): string {
  return `PostgreSQL does not run as root, and the account ${ACCOUNT_NAME} could not be made for it: start as an ordinary user, or set DATABASE_URL.`;
}
