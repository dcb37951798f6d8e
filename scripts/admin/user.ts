import { type Command, Option } from "commander";
import { ROLES, type Role } from "@/db/enums";
import { print } from "./print";
import { withInstallation } from "./with-installation";

type CreateOptions = { email: string; password: string; role: Role; name?: string; json?: boolean };
type JsonOption = { json?: boolean };

/** `user create`, `user list`, `user disable`, `user enable` and `user reset-link`. */
export function addUserCommands(program: Command): void {
  const user = program.command("user").description("people who sign in");
  user
    .command("create")
    .description("makes an account")
    .requiredOption("--email <address>")
    .requiredOption("--password <password>")
    .addOption(new Option("--role <role>").choices(ROLES).makeOptionMandatory())
    .option("--name <name>", "shown in the application; else the first part of the address")
    .option("--json")
    .action(async ({ json, ...input }: CreateOptions) => {
      const { id, email, name, role } = await withInstallation(async () => {
        const { createUser } = await import("@/lib/users/create-user");
        return createUser(input);
      });
      print({ id, email, name, role }, { json });
    });
  user
    .command("list")
    .description("everybody with an account, by name")
    .option("--json")
    .action(async ({ json }: JsonOption) => print(await withInstallation(listEverybody), { json, none: "Nobody has an account." }));
  user
    .command("disable <email>")
    .description("closes an account: its sessions end at once")
    .option("--json")
    .action(async (email: string, { json }: JsonOption) => {
      const { disableUser } = await import("@/lib/users/disable-user");
      print(await change(email, disableUser), { json });
    });
  user
    .command("enable <email>")
    .description("opens a closed account again")
    .option("--json")
    .action(async (email: string, { json }: JsonOption) => {
      const { enableUser } = await import("@/lib/users/enable-user");
      print(await change(email, enableUser), { json });
    });
  user
    .command("reset-link <email>")
    .description("makes a link by which the person chooses a password, and ends the older one")
    .option("--json")
    .action(async (email: string, { json }: JsonOption) => print(await withInstallation(() => makeLink(email)), { json }));
}

async function listEverybody() {
  const { listUsers } = await import("@/lib/users/list-users");
  const everybody = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listUsers>> = await listUsers({ actor: "system", limit: 100, cursor });
    everybody.push(
      ...page.items.map(({ id, email, name, role, state, lastSignedInAt }) => ({ id, email, name, role, state, lastSignedInAt })),
    );
    cursor = page.nextCursor;
  } while (cursor !== null);
  return everybody;
}

type Verb = (input: { actor: "system"; id: string }) => Promise<void>;

async function change(email: string, verb: Verb) {
  return withInstallation(async () => {
    const { getUserByEmail } = await import("@/lib/users/get-user-by-email");
    const { id } = await getUserByEmail({ actor: "system", email });
    await verb({ actor: "system", id });
    const { email: address, name, role, state } = await getUserByEmail({ actor: "system", email });
    return { id, email: address, name, role, state };
  });
}

async function makeLink(email: string) {
  const { getUserByEmail } = await import("@/lib/users/get-user-by-email");
  const { createUserLink } = await import("@/lib/users/create-user-link");
  const { userLinkAddress } = await import("@/lib/users/user-link-address");
  const { env } = await import("@/lib/env");
  const { id } = await getUserByEmail({ actor: "system", email });
  const { secret, purpose, expiresAt } = await createUserLink({ actor: "system", userId: id });
  return { link: userLinkAddress({ baseUrl: env.PUBLIC_URL ?? `http://localhost:${env.PORT}`, secret }), purpose, expiresAt };
}
