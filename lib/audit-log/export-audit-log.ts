import { desc, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import { auditLog } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import type { ExportCell } from "@/lib/export/cell";
import { writeCsv } from "@/lib/export/write-csv";
import type { AuditFilters } from "./audit-filters";
import { findAuditNumbers } from "./find-audit-numbers";
import { recordAuditEntry } from "./record-audit-entry";

const BATCH_ENTRIES = 500;
const COLUMNS = ["number", "at", "actor_id", "actor", "action", "object_kind", "object_id", "object", "details", "hash"];

/**
 * The entries that a filter lets through as CSV, newest first, in pieces that are read as they are asked for: memory stays flat however many
 * there are. The export is an entry itself, written before the first piece. Admins only.
 */
export async function exportAuditLog({ actor, filters }: { actor: Actor; filters: AuditFilters }): Promise<AsyncGenerator<Uint8Array>> {
  requireAdmin(actor);
  const { actions, object, ...others } = filters;
  const details = { ...others, ...(actions ? { actions } : {}), ...(object ? { object: `${object.kind} ${object.id}` } : {}) };
  await recordAuditEntry({ actor, action: "audit_log.exported", object: { kind: "audit_log", id: "all" }, details });
  return writeCsv({ head: COLUMNS, rows: listPieces(filters) });
}

async function* listPieces(filters: AuditFilters): AsyncGenerator<ExportCell[][]> {
  for (let before: number | null = null; ; ) {
    const numbers: number[] = await findAuditNumbers({ filters, before, limit: BATCH_ENTRIES });
    if (numbers.length === 0) return;
    const rows = await db.select().from(auditLog).where(inArray(auditLog.seq, numbers)).orderBy(desc(auditLog.seq));
    yield rows.map(cellsOf);
    before = numbers.at(-1) ?? null;
    if (numbers.length < BATCH_ENTRIES) return;
  }
}

function cellsOf(entry: typeof auditLog.$inferSelect): ExportCell[] {
  const { seq, at, actorId, actorName, action, objectKind, objectId, objectName, details, hash } = entry;
  return [seq, at, actorId, actorName, action, objectKind, objectId, objectName, JSON.stringify(details), hash.toString("hex")];
}
