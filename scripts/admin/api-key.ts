import { type Command, InvalidArgumentError, Option } from "commander";
import { z } from "zod";
import { API_KEY_SCOPES } from "@/db/enums";
import { type ApiKeyShow, apiKeyState } from "@/lib/api-keys/api-key-state";
import type { FreeApiKeyScope } from "@/lib/api-keys/create-api-key";
import type { ApiKeyListItem } from "@/lib/api-keys/list-api-keys";
import { print } from "./print";
import { wholeNumber } from "./whole-number";
import { withInstallation } from "./with-installation";

type CreateOptions = { name: string; scope: FreeApiKeyScope; expiresAt?: Date; json?: boolean };
type ListOptions = { limit: number; ended?: boolean; json?: boolean };
type RotateOptions = { overlapHours: number; expiresAt?: Date; json?: boolean };

const DEFAULT_OVERLAP_HOURS = 24;

/** `api-key create`, `list`, `rotate` and `revoke`. A key is shown by the command that makes it, and never again. */
export function addApiKeyCommands(program: Command): void {
  const apiKey = program.command("api-key").description("keys that platforms authenticate with");
  apiKey
    .command("create")
    .description("makes a key and prints it, for the only time")
    .requiredOption("--name <name>", "what it is for")
    .addOption(
      new Option("--scope <scope>", "what it opens").choices(API_KEY_SCOPES.filter((scope) => scope !== "connection")).default("webhook"),
    )
    .option("--expires-at <time>", "ISO 8601, such as 2027-01-31T00:00:00Z", readTime)
    .option("--json")
    .action(async ({ json, ...input }: CreateOptions) => {
      const created = await withInstallation(async () => {
        const { createApiKey } = await import("@/lib/api-keys/create-api-key");
        return createApiKey({ actor: "system", ...input });
      });
      print(created, { json });
    });
  apiKey
    .command("list")
    .description("keys in use, those that end soon first")
    .option("--ended", "keys that were revoked, rotated or expired instead")
    .option("--limit <n>", "how many at most", wholeNumber(10_000), 100)
    .option("--json")
    .action(async ({ json, ended, limit }: ListOptions) => {
      const keys = await withInstallation(() => listUpTo(limit, ended ? "ended" : "live"));
      print(keys, { json, none: "There is no such key." });
    });
  apiKey
    .command("rotate <id>")
    .description("makes a key that takes another's place and prints it, for the only time")
    .addOption(
      new Option("--overlap-hours <n>", "how long the old one goes on, 0 to 720")
        .default(DEFAULT_OVERLAP_HOURS)
        .argParser(readOverlapHours),
    )
    .option("--expires-at <time>", "of the new key, ISO 8601", readTime)
    .option("--json")
    .action(async (id: string, { json, ...input }: RotateOptions) => {
      const created = await withInstallation(async () => {
        const { rotateApiKey } = await import("@/lib/api-keys/rotate-api-key");
        return rotateApiKey({ actor: "system", id, ...input });
      });
      print({ ...created, replaces: id }, { json });
    });
  apiKey
    .command("revoke <id>")
    .description("ends a key at once")
    .option("--json")
    .action(async (id: string, { json }: { json?: boolean }) => {
      const { isRevoked } = await withInstallation(async () => {
        const { revokeApiKey } = await import("@/lib/api-keys/revoke-api-key");
        return revokeApiKey({ actor: "system", id });
      });
      print({ id, status: isRevoked ? "revoked" : "had_ended" }, { json });
    });
}

/** The verb's pages, as many as it takes. */
async function listUpTo(limit: number, show: ApiKeyShow) {
  const { listApiKeys } = await import("@/lib/api-keys/list-api-keys");
  const found: ApiKeyListItem[] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listApiKeys>> = await listApiKeys({ actor: "system", show, cursor, limit: limit - found.length });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < limit);
  const now = new Date();
  return found.slice(0, limit).map((key) => ({ ...key, state: apiKeyState({ ...key, now }) }));
}

function readOverlapHours(text: string): number {
  if (/^\d{1,3}$/.test(text) && Number(text) <= 720) return Number(text);
  throw new InvalidArgumentError("It must be a whole number from 0 to 720.");
}

function readTime(text: string): Date {
  const parsed = z.iso.datetime({ offset: true }).safeParse(text);
  if (!parsed.success) throw new InvalidArgumentError("It must be a time such as 2027-01-31T00:00:00Z.");
  return new Date(parsed.data);
}
