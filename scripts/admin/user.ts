import { type Command, Option } from "commander";
import { ROLES, type Role } from "@/db/enums";
import { print } from "./print";
import { withInstallation } from "./with-installation";

type CreateOptions = { email: string; password: string; role: Role; name?: string; json?: boolean };

/** `user create`. */
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
}
