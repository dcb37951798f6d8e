import { db } from "@/db/client";
import { type CreatedUser, insertUser } from "./insert-user";
import { type NewUser, prepareUser } from "./prepare-user";

/** Makes an account. Throws `invalid` for an address or password that will not do, `conflict` when the e-mail is taken. */
export async function createUser(input: NewUser): Promise<CreatedUser> {
  return insertUser(db, await prepareUser(input));
}
