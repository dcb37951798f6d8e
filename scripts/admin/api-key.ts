import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { API_KEY_SCOPES, type ApiKeyScope } from "@/db/enums";
import { print } from "./print";
import { withInstallation } from "./with-installation";

type CreateOptions = { name: string; scope: ApiKeyScope; expiresAt?: Date; json?: boolean };

/** `api-key create`, which is the only time that a key is shown. */
export function addApiKeyCommands(program: Command): void {
  const apiKey = program.command("api-key").description("keys that platforms authenticate with");
  apiKey
    .command("create")
    .description("makes a key and prints it, for the only time")
    .requiredOption("--name <name>", "what it is for")
    .addOption(new Option("--scope <scope>", "what it opens").choices(API_KEY_SCOPES).default("webhook"))
    .option("--expires-at <time>", "ISO 8601, such as 2027-01-31T00:00:00Z", readTime)
    .option("--json")
    .action(async ({ json, ...input }: CreateOptions) => {
      const created = await withInstallation(async () => {
        const { createApiKey } = await import("@/lib/api-keys/create-api-key");
        return createApiKey({ actor: "system", ...input });
      });
      print(created, { json });
    });
}

function readTime(text: string): Date {
  const parsed = z.iso.datetime({ offset: true }).safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError("It must be a time such as 2027-01-31T00:00:00Z.");
  return new Date(parsed.data);
}
