import { type Command, Option } from "commander";
import {
  CAMPAIGN_DESCRIPTION_MAX_LENGTH,
  CAMPAIGN_NAME_MAX_LENGTH,
  type CampaignInput,
  type CampaignInputError,
  campaignInput,
  MAX_DISPUTE_DAYS,
  MAX_RETENTION_DAYS,
  MAX_SUPERVISOR_EMAILS,
  toCampaignInputProblem,
} from "@/lib/campaigns/campaign-input";
import { OFFERED_SOURCES, type OfferedSource } from "@/lib/campaigns/offered-sources";
import { AppError } from "@/lib/errors";
import { print } from "./print";
import { withInstallation } from "./with-installation";

type CreateOptions = {
  name: string;
  source?: OfferedSource;
  timeZone?: string;
  description?: string;
  passingScore?: string;
  retentionDays?: string;
  disputeDays?: string;
  supervisorEmail: string[];
  json?: boolean;
};

const SENTENCES: Record<CampaignInputError, string> = {
  name_missing: "A campaign needs a name.",
  name_too_long: `The name of a campaign has at most ${CAMPAIGN_NAME_MAX_LENGTH} characters.`,
  description_too_long: `The description of a campaign has at most ${CAMPAIGN_DESCRIPTION_MAX_LENGTH} characters.`,
  unknown_time_zone: "The time zone must be an IANA name such as America/Argentina/Buenos_Aires.",
  unknown_source: `The source must be one of ${OFFERED_SOURCES.join(", ")}.`,
  passing_score_invalid: "The passing score is a number from 0 to 100 with at most two decimals.",
  retention_invalid: `The retention is a whole number of days from 1 to ${MAX_RETENTION_DAYS}.`,
  dispute_days_invalid: `The days to dispute are a whole number from 1 to ${MAX_DISPUTE_DAYS}.`,
  email_invalid: "is not an e-mail address.",
  too_many_emails: `A campaign has at most ${MAX_SUPERVISOR_EMAILS} supervisor e-mails.`,
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
    .option("--passing-score <score>", "score from which a call passes, 0 to 100; else 80")
    .option("--retention-days <days>", "days after which recordings are deleted; else they are kept for good")
    .option("--dispute-days <days>", "days in which an agent may dispute an audit; else 7")
    .option(
      "--supervisor-email <address>",
      "whom to write to; may be given several times",
      (address, all: string[]) => [...all, address],
      [],
    )
    .option("--json")
    .action(async ({ json, source, supervisorEmail, ...typed }: CreateOptions) => {
      const input = readInput({ ...typed, supervisorEmails: supervisorEmail });
      const { id } = await withInstallation(async () => {
        const { createCampaign } = await import("@/lib/campaigns/create-campaign");
        return createCampaign({ actor: "system", ...input, source });
      });
      print({ id, ...input, source: source ?? null }, { json });
    });
}

function readInput(typed: object): CampaignInput {
  const parsed = campaignInput.safeParse(typed);
  if (parsed.success) return parsed.data;
  const [issue] = parsed.error.issues;
  const { error, address } = issue ? toCampaignInputProblem(issue) : { error: null, address: "" };
  if (error === "email_invalid") throw new AppError("invalid", `"${address}" ${SENTENCES[error]}`);
  throw new AppError("invalid", error ? SENTENCES[error] : (issue?.message ?? ""));
}
