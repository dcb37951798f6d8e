import { type Command, Option } from "commander";
import {
  CAMPAIGN_DESCRIPTION_MAX_LENGTH,
  CAMPAIGN_NAME_MAX_LENGTH,
  type CampaignInput,
  type CampaignInputError,
  campaignInput,
  toCampaignInputError,
} from "@/lib/campaigns/campaign-input";
import { OFFERED_SOURCES, type OfferedSource } from "@/lib/campaigns/offered-sources";
import { AppError } from "@/lib/errors";
import { print } from "./print";
import { withInstallation } from "./with-installation";

type CreateOptions = { name: string; source?: OfferedSource; timeZone?: string; description?: string; json?: boolean };

const SENTENCES: Record<CampaignInputError, string> = {
  name_missing: "A campaign needs a name.",
  name_too_long: `The name of a campaign has at most ${CAMPAIGN_NAME_MAX_LENGTH} characters.`,
  description_too_long: `The description of a campaign has at most ${CAMPAIGN_DESCRIPTION_MAX_LENGTH} characters.`,
  unknown_time_zone: "The time zone must be an IANA name such as America/Argentina/Buenos_Aires.",
  unknown_source: `The source must be one of ${OFFERED_SOURCES.join(", ")}.`,
};

/** `campaign create`. */
export function addCampaignCommands(program: Command): void {
  const campaign = program.command("campaign").description("campaigns, which calls belong to");
  campaign
    .command("create")
    .description("makes a campaign and prints its number")
    .requiredOption("--name <name>")
    .addOption(new Option("--source <source>", "where its calls come from").choices(OFFERED_SOURCES))
    .option("--time-zone <zone>", "IANA name; else the installation's")
    .option("--description <text>")
    .option("--json")
    .action(async ({ json, source, ...typed }: CreateOptions) => {
      const input = readInput(typed);
      const { id } = await withInstallation(async () => {
        const { createCampaign } = await import("@/lib/campaigns/create-campaign");
        return createCampaign({ actor: "system", ...input, source });
      });
      print({ id, ...input, source: source ?? null }, { json });
    });
}

function readInput(typed: Omit<CreateOptions, "json" | "source">): CampaignInput {
  const parsed = campaignInput.safeParse(typed);
  if (parsed.success) return parsed.data;
  const message = parsed.error.issues[0]?.message ?? "";
  const code = toCampaignInputError(message);
  throw new AppError("invalid", code ? SENTENCES[code] : message);
}
