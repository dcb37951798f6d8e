import { execFile } from "node:child_process";
import { promisify } from "node:util";

const run = promisify(execFile);
const ACCOUNT_NAME = "postgres";

/** Who the server runs as, when not as ourselves. */
export type ServerAccount = { uid: number; gid: number };

/** Null for an ordinary user, who runs the server as himself. For root, the account `postgres`, made when it is missing. */
export async function serverAccount(): Promise<ServerAccount | null> {
  if (process.getuid?.() !== 0) return null;
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
  await run("useradd", ["--system", "--user-group", "--no-create-home", ACCOUNT_NAME]);
  const account = await findAccount();
  if (!account) throw new Error(`PostgreSQL does not run as root, and the user ${ACCOUNT_NAME} could not be made for it.`);
  return account;
}
