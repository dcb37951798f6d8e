import { readFile } from "node:fs/promises";
import { type Command, Option } from "commander";
import { AppError } from "@/lib/errors";
import { LOCALES, type Locale } from "@/lib/i18n/locales";
import type { ScorecardFileProblem } from "@/lib/scorecards/read-scorecard-file";
import { print } from "./print";
import { wholeNumber } from "./whole-number";
import { withInstallation } from "./with-installation";

type PublishOptions = { campaign: number; file?: string; template?: Locale; note: string; json?: boolean };

/** `scorecard publish`. */
export function addScorecardCommands(program: Command): void {
  const scorecard = program.command("scorecard").description("what a campaign's calls are judged by");
  scorecard
    .command("publish")
    .description("publishes a file, or the template, as the next version of a campaign's scorecard, and prints its number")
    .requiredOption("--campaign <n>", "whose scorecard it is", wholeNumber(2_147_483_647))
    .addOption(new Option("--file <path>", "as exported from a campaign").conflicts("template"))
    .addOption(new Option("--template <language>", "ten questions that most call centres ask").choices(LOCALES))
    .option("--note <text>", "what changed, for those who read the versions", "")
    .option("--json")
    .action(async ({ json, campaign, file, template, note }: PublishOptions) => {
      const text = file === undefined ? null : await readFile(file, "utf8").catch(() => null);
      if (file !== undefined && text === null) throw new AppError("invalid", `${file} can't be read.`);
      const { number } = await withInstallation(() => publish({ campaignId: campaign, text, template, note }));
      print({ campaign, version: number }, { json });
    });
}

type PublishInput = { campaignId: number; text: string | null; template: Locale | undefined; note: string };

async function publish({ campaignId, text, template, note }: PublishInput): Promise<{ number: number }> {
  const { publishContent } = await import("@/lib/scorecards/publish-content");
  const { ScorecardUnready } = await import("@/lib/scorecards/scorecard-errors");
  const content = text === null ? await templateOf(template) : await contentOf(text);
  return publishContent({ actor: "system", campaignId, content, note }).catch((error: unknown) => {
    const problem = error instanceof ScorecardUnready ? error.problems[0] : undefined;
    if (!problem) throw error;
    throw new AppError("invalid", `The scorecard can't be published: ${problem.code.replaceAll("_", " ")}.`);
  });
}

async function templateOf(template: Locale | undefined) {
  if (template === undefined) throw new AppError("invalid", "Say --file, or --template with a language.");
  const { scorecardTemplate } = await import("@/lib/scorecards/template/scorecard-template");
  return scorecardTemplate(template);
}

async function contentOf(text: string) {
  const { readScorecardFile } = await import("@/lib/scorecards/read-scorecard-file");
  const { content, problems } = readScorecardFile(text);
  const [problem] = problems;
  if (content === null) throw new AppError("invalid", `The file is not a scorecard: ${problem ? wordsOf(problem) : "it is empty"}.`);
  return content;
}

function wordsOf(problem: ScorecardFileProblem): string {
  const what = problem.code.replaceAll("_", " ");
  if ("line" in problem) return `${what}, line ${problem.line}, column ${problem.column}`;
  if (!("section" in problem)) return what;
  const { section, criterion, field } = problem;
  const place = [
    ...(section === null ? [] : [`section ${section + 1}`]),
    ...(criterion === null ? [] : [`question ${criterion + 1}`]),
    ...(field === null ? [] : [field]),
  ];
  return `${place.join(", ")}: ${what}`;
}
