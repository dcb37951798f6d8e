import { type Command, Option } from "commander";
import { print } from "./print";
import { wholeNumber } from "./whole-number";
import { withInstallation } from "./with-installation";

type ListOptions = { limit: number; search?: string; mergedAway?: boolean; json?: boolean };
type MergeOptions = { from: string; into: string; keepUserOf?: "source" | "target"; dryRun?: boolean; json?: boolean };

/** `operator list`, `operator merge` and `operator undo-merge`. */
export function addOperatorCommands(program: Command): void {
  const operator = program.command("operator").description("people who take calls");
  operator
    .command("list")
    .description("by name, with how many tasks each has, up to a hundred")
    .option("--limit <n>", "how many at most", wholeNumber(10_000), 50)
    .option("--search <text>", "part of a name or alias, whatever its case and accents")
    .option("--merged-away", "those who were merged into others instead")
    .option("--json")
    .action(async ({ json, ...options }: ListOptions) => {
      const found = await withInstallation(() => listUpTo(options));
      print(found, { json, none: "There is no such operator." });
    });
  operator
    .command("merge")
    .description("gives everything of one operator to another, and prints what undoes it")
    .requiredOption("--from <id>", "who goes away")
    .requiredOption("--into <id>", "who has everything afterwards")
    .addOption(new Option("--keep-user-of <side>", "whose account stays linked where both have one").choices(["source", "target"]))
    .option("--dry-run", "says what would move, and changes nothing")
    .option("--json")
    .action(async ({ from: sourceId, into: targetId, keepUserOf, dryRun, json }: MergeOptions) => {
      const actor = "system" as const;
      const result = await withInstallation(async () => {
        const { mergeOperators } = await import("@/lib/operators/merging/merge-operators");
        const { previewMerge } = await import("@/lib/operators/merging/preview-merge");
        return dryRun ? previewMerge({ actor, sourceId, targetId }) : mergeOperators({ actor, sourceId, targetId, keepUserOf });
      });
      print(result, { json });
    });
  operator
    .command("undo-merge <id>")
    .description("gives back what a merge moved")
    .option("--json")
    .action(async (mergeId: string, { json }: { json?: boolean }) => {
      const result = await withInstallation(async () => {
        const { undoOperatorMerge } = await import("@/lib/operators/merging/undo-operator-merge");
        return undoOperatorMerge({ actor: "system", mergeId });
      });
      print(result, { json });
    });
}

/** The verb's pages, as many as it takes. */
async function listUpTo({ limit, search, mergedAway = false }: Omit<ListOptions, "json">) {
  const { listOperators } = await import("@/lib/operators/list-operators");
  const found: Awaited<ReturnType<typeof listOperators>>["items"] = [];
  let cursor: string | null = null;
  do {
    const page: Awaited<ReturnType<typeof listOperators>> = await listOperators({
      ...{ viewer: "system", text: search, isMergedAway: mergedAway, cursor },
      limit: limit - found.length,
    });
    found.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null && found.length < limit);
  return found;
}
