import { db } from "@/db/client";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import { type CreatedUser, insertUser } from "./insert-user";
import { type NewUser, prepareUser } from "./prepare-user";

/** Makes an account, for the command line. Throws `invalid` for an address or password that will not do, `conflict` when the e-mail is taken. */
export async function createUser(input: NewUser): Promise<CreatedUser> {
  const prepared = await prepareUser(input);
  return db.transaction(async (tx) => {
    const user = await insertUser(tx, prepared);
    const { id, name, email, role } = user;
    await recordAuditEntry({ actor: "system", action: "user.created", object: { kind: "user", id, name }, details: { email, role } }, tx);
    return user;
  });
}
