import { type Command, InvalidArgumentError, Option } from "commander";
import { AUDIT_ACTIONS } from "@/db/enums";
import { AUDIT_ACTION_GROUPS, auditActionsOf } from "@/lib/audit-log/audit-filters";
import type { AuditListItem } from "@/lib/audit-log/list-audit-entries";
import { print } from "./print";
import { wholeNumber } from "./whole-number";
import { withInstallation } from "./with-installation";

type ListOptions = { limit: number; action?: string; json?: boolean };
type KeptHash = { seq: number; hash: string };

/** `audit-log list` and `audit-log verify`, which ends with status 1 when an entry was changed or taken away. */
export function addAuditLogCommands(program: Command): void {
  const auditLog = program.command("audit-log").description("who did what to what");
  auditLog
    .command("list")
    .description("entries, newest first")
    .option("--limit <n>", "how many at most", wholeNumber(10_000), 50)
    .addOption(
      new Option("--action <action>", "such as api_key.rotated, or api_key for all of them").choices([
        ...AUDIT_ACTION_GROUPS,
        ...AUDIT_ACTIONS,
      ]),
    )
    .option("--json")
    .action(async ({ json, limit, action }: ListOptions) => {
      const entries = await withInstallation(() => listUpTo(limit, action));
      print(json ? entries : entries.map(inShort), { json, none: "There is no such entry." });
    });
  auditLog
    .command("verify")
    .description("computes every hash anew; prints the hash of the newest entry, to be kept elsewhere")
    .option("--kept <number:hash>", "also holds that an entry still has the hash that was kept of it", readKeptHash)
    .option("--json")
    .action(async ({ kept, json }: { kept?: KeptHash; json?: boolean }) => {
      const { isKept, ...state } = await withInstallation(() => verify(kept));
      print(kept ? { ...state, isKept } : state, { json });
      if (state.brokenAt === null && isKept) return;
      process.exitCode = 1;
      const sentence =
        state.brokenAt === null
          ? `Entry ${kept?.seq} does not have the hash that was kept of it.`
          : `Entry ${state.brokenAt} was changed, or the one before it was taken away.`;
      process.stderr.write(`${sentence}\n`);
    });
}

async function verify(kept: KeptHash | undefined) {
  const { verifyAuditLog } = await import("@/lib/audit-log/verify-audit-log");
  const { listAuditEntries } = await import("@/lib/audit-log/list-audit-entries");
  const state = await verifyAuditLog({ actor: "system" });
  if (!kept) return { ...state, isKept: true };
  const [entry] = (await listAuditEntries({ actor: "system", before: kept.seq + 1, limit: 1 })).items;
  return { ...state, isKept: entry?.seq === kept.seq && entry.hash === kept.hash };
}

/** The verb's pages, as many as it takes. */
async function listUpTo(limit: number, action: string | undefined): Promise<AuditListItem[]> {
  const { listAuditEntries } = await import("@/lib/audit-log/list-audit-entries");
  const filters = action === undefined ? {} : { actions: auditActionsOf(action) };
  const found: AuditListItem[] = [];
  let before: number | null = null;
  do {
    const page: Awaited<ReturnType<typeof listAuditEntries>> = await listAuditEntries({
      ...{ actor: "system", filters, before },
      limit: limit - found.length,
    });
    found.push(...page.items);
    before = page.nextCursor === null ? null : Number(page.nextCursor);
  } while (before !== null && found.length < limit);
  return found;
}

function inShort({ seq, at, actorName, action, object, details }: AuditListItem) {
  return { seq, at, actor: actorName, action, object: `${object.kind} ${object.id}`, name: object.name, details };
}

function readKeptHash(text: string): KeptHash {
  const [, seq, hash] = /^([1-9]\d{0,14}):([0-9a-f]{64})$/i.exec(text) ?? [];
  if (seq === undefined || hash === undefined)
    throw new InvalidArgumentError("It must be an entry's number and hash, such as 120:9f86d08….");
  return { seq: Number(seq), hash: hash.toLowerCase() };
}
