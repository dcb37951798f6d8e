import type { Command } from "commander";
import { CONNECTION_NAME_MAX_LENGTH, type ConnectionInputError, connectionInput } from "@/lib/connections/connection-input";
import { AppError } from "@/lib/errors";
import { print } from "./print";
import { wholeNumber } from "./whole-number";
import { withInstallation } from "./with-installation";

type CreateOptions = { campaign: number; timeZone?: string; name?: string; makesCampaigns: boolean; pixels?: boolean; json?: boolean };

const SENTENCES: Record<ConnectionInputError, string> = {
  name_missing: "A connection needs a name.",
  name_too_long: `The name of a connection has at most ${CONNECTION_NAME_MAX_LENGTH} characters.`,
  unknown_time_zone: "The time zone must be an IANA name such as America/New_York.",
};

/** `connection create`, `list`, `disable` and `enable`. A key is shown by the command that makes it, and never again. */
export function addConnectionCommands(program: Command): void {
  const connection = program.command("connection").description("accounts of pay-per-call platforms (Aria)");
  connection
    .command("create")
    .description("makes a connection and prints its connection_id and api_key, the key for the only time")
    .requiredOption("--campaign <n>", "where its calls go that belong to no other", wholeNumber(2_147_483_647))
    .option("--time-zone <zone>", "IANA name of the zone that the platform writes times in; else the installation's")
    .option("--name <name>", "what to call it; else Aria with the campaign's number")
    .option("--no-makes-campaigns", "calls of campaigns that are not mapped go to the default campaign, instead of making one")
    .option("--pixels", "calls may also come as the query of a GET")
    .option("--json")
    .action(async ({ json, campaign, name, pixels, ...options }: CreateOptions) => {
      const input = readInput({ ...options, name: name ?? `Aria #${campaign}`, takesPixels: pixels ?? false });
      const created = await withInstallation(async () => {
        const { createConnection } = await import("@/lib/connections/create-connection");
        return createConnection({ actor: "system", campaignId: campaign, ...input });
      });
      print({ id: created.id, name: created.name, connection_id: created.publicId, api_key: created.key, campaign }, { json });
    });
  connection
    .command("list")
    .description("connections with their keys' last characters")
    .option("--json")
    .action(async ({ json }: { json?: boolean }) => {
      const connections = await withInstallation(async () => {
        const { listConnections } = await import("@/lib/connections/list-connections");
        return listConnections({ actor: "system" });
      });
      print(connections, { json, none: "There is no connection." });
    });
  for (const [command, isDisabled, description] of [
    ["disable", true, "turns what a connection sends away"],
    ["enable", false, "takes in again what a connection sends"],
  ] as const)
    connection
      .command(`${command} <id>`)
      .description(description)
      .option("--json")
      .action(async (id: string, { json }: { json?: boolean }) => {
        await withInstallation(async () => {
          const { setConnectionDisabled } = await import("@/lib/connections/set-connection-disabled");
          return setConnectionDisabled({ actor: "system", id, isDisabled });
        });
        print({ id, status: isDisabled ? "disabled" : "enabled" }, { json });
      });
}

function readInput(given: Record<string, unknown>) {
  const read = connectionInput.safeParse(given);
  if (read.success) return read.data;
  const code = read.error.issues[0]?.message;
  const known = (Object.keys(SENTENCES) as ConnectionInputError[]).find((error) => error === code);
  throw new AppError("invalid", known ? SENTENCES[known] : "The connection could not be read.");
}
