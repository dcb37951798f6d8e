import { aliasedTable, and, asc, desc, eq, gt, isNull, lte, or, type SQL, sql } from "drizzle-orm";
import { db } from "@/db/client";
import type { ApiKeyScope } from "@/db/enums";
import { apiKeys, users } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { decodeCursor, MAX_PAGE_SIZE, type Page, toPage } from "@/lib/pagination";
import { type ApiKeyShow, EXPIRY_WARNING_DAYS } from "./api-key-state";

export type ApiKeyListItem = {
  id: string;
  name: string;
  scope: ApiKeyScope;
  last4: string;
  createdAt: Date;
  createdByName: string | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  /** When it ends or ended, whatever ends it. */
  endsAt: Date | null;
  lastUsedAt: Date | null;
  lastUsedBy: string | null;
  /** The key whose place it took. */
  replaces: { id: string; last4: string } | null;
  /** The key that took its place. */
  replacedBy: { id: string; last4: string } | null;
};

type ListApiKeysInput = { actor: Actor; show?: ApiKeyShow; cursor?: string | null; limit?: number };

/**
 * Keys that open something now: on the first page those that end within 14 days (500 at most), soonest first; then the others, newest first. Or
 * ended ones, the last to end first. Without anything that would let one use them. Admins only.
 */
export async function listApiKeys({ actor, show = "live", cursor, limit = 50 }: ListApiKeysInput): Promise<Page<ApiKeyListItem>> {
  requireAdmin(actor);
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const place = decodeCursor(cursor ?? "");
  if (show === "ended") {
    const beyond = place && sql`(${apiKeys.endsAt}, ${apiKeys.id}) < (${sql.param(place.at, apiKeys.endsAt)}, ${place.id}::uuid)`;
    const rows = await keysWhere(and(lte(apiKeys.endsAt, sql`now()`), beyond ?? undefined), desc(apiKeys.endsAt), size + 1);
    return toPage(rows, size, ({ id, endsAt, createdAt }) => ({ at: endsAt ?? createdAt, id }));
  }
  const soon = sql`now() + make_interval(days => ${EXPIRY_WARNING_DAYS})`;
  const isEndingSoon = and(gt(apiKeys.endsAt, sql`now()`), lte(apiKeys.endsAt, soon));
  const isLasting = and(or(isNull(apiKeys.endsAt), gt(apiKeys.endsAt, soon)), place ? sql`${apiKeys.id} < ${place.id}::uuid` : undefined);
  const [ending, lasting] = await Promise.all([
    place ? [] : keysWhere(isEndingSoon, asc(apiKeys.endsAt), MAX_PAGE_SIZE * 5),
    keysWhere(isLasting, desc(apiKeys.id), size + 1),
  ]);
  const page = toPage(lasting, size, ({ id, createdAt }) => ({ at: createdAt, id }));
  return { ...page, items: [...ending, ...page.items] };
}

const replaced = aliasedTable(apiKeys, "replaced");
const successor = aliasedTable(apiKeys, "successor");

function keysWhere(condition: SQL | undefined, order: SQL, limit: number): Promise<ApiKeyListItem[]> {
  return db
    .select({
      id: apiKeys.id,
      name: apiKeys.name,
      scope: apiKeys.scope,
      last4: apiKeys.last4,
      createdAt: apiKeys.createdAt,
      createdByName: users.name,
      expiresAt: apiKeys.expiresAt,
      revokedAt: apiKeys.revokedAt,
      endsAt: apiKeys.endsAt,
      lastUsedAt: apiKeys.lastUsedAt,
      lastUsedBy: apiKeys.lastUsedBy,
      replaces: { id: replaced.id, last4: replaced.last4 },
      replacedBy: { id: successor.id, last4: successor.last4 },
    })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .leftJoin(replaced, eq(replaced.id, apiKeys.replaces))
    .leftJoin(successor, eq(successor.replaces, apiKeys.id))
    .where(condition)
    .orderBy(order, desc(apiKeys.id))
    .limit(limit);
}
