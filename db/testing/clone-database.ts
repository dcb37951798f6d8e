import { randomBytes } from "node:crypto";
import postgres from "postgres";

/** Clones the migrated template into a database of its own and returns its address. Takes about 30 ms. */
export async function cloneDatabase(templateUrl: string): Promise<string> {
  const name = `test_${randomBytes(8).toString("hex")}`;
  const admin = postgres(templateUrl, { database: "postgres", max: 1, onnotice: () => undefined });
  try {
    const template = new URL(templateUrl).pathname.slice(1);
    await admin`create database ${admin(name)} template ${admin(template)} strategy file_copy`;
  } finally {
    await admin.end();
  }
  const url = new URL(templateUrl);
  url.pathname = `/${name}`;
  return url.href;
}
