import { desc, inArray } from "drizzle-orm";
import { db } from "@/db/client";
import type { AuditAction } from "@/db/enums";
import { auditLog } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import type { AuditFilters } from "./audit-filters";
import { findAuditNumbers } from "./find-audit-numbers";
import { type AuditSubject, findAuditSubjects } from "./find-audit-subjects";

export type AuditListItem = {
  /** The entry's number. */
  seq: number;
  at: Date;
  /** Null for the installation itself. */
  actorId: string | null;
  actorName: string;
  action: AuditAction;
  object: { kind: string; id: string; name: string };
  /** Where the object can be opened; null for one that is gone, or that has no page. */
  subject: AuditSubject | null;
  details: Record<string, unknown>;
  /** SHA-256 in lower-case hex. */
  hash: string;
};

export type AuditPage = Page<AuditListItem> & {
  /** To be given as `after`; null when this is the first page. */
  previousCursor: string | null;
};

type ListAuditEntriesInput = {
  actor: Actor;
  filters?: AuditFilters;
  /** `nextCursor` of the page before: a number. */
  before?: number | null;
  /** `previousCursor` of the page behind. */
  after?: number | null;
  limit?: number;
};

/** Entries of the audit log, newest first. Admins only. A page costs the same at any depth and by any filter. */
export async function listAuditEntries(input: ListAuditEntriesInput): Promise<AuditPage> {
  const { actor, filters = {}, limit = 25 } = input;
  requireAdmin(actor);
  const [before, after] = [numberOrNull(input.before), numberOrNull(input.after)];
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const isBackwards = after !== null;
  const found = await findAuditNumbers({ filters, before: isBackwards ? null : before, after, limit: size + 1 });
  const kept = found.slice(0, size);
  const rows = kept.length === 0 ? [] : await db.select().from(auditLog).where(inArray(auditLog.seq, kept)).orderBy(desc(auditLog.seq));
  const subjects = await findAuditSubjects(rows.map(({ objectKind, objectId }) => ({ kind: objectKind, id: objectId })));
  const items = rows.map(({ objectKind, objectId, objectName, hash, ...row }) => ({
    ...row,
    object: { kind: objectKind, id: objectId, name: objectName },
    subject: subjects.get(`${objectKind}:${objectId}`) ?? null,
    hash: hash.toString("hex"),
  }));
  const hasMore = found.length > size;
  const cursorAt = (item: AuditListItem | undefined) => (item ? String(item.seq) : null);
  return {
    items,
    nextCursor: hasMore || isBackwards ? cursorAt(items.at(-1)) : null,
    previousCursor: (isBackwards ? hasMore : before !== null) ? cursorAt(items[0]) : null,
  };
}

/** A damaged place opens the first page. */
function numberOrNull(place: number | null | undefined): number | null {
  return Number.isSafeInteger(place) ? (place ?? null) : null;
}
