import { and, asc, eq, inArray, isNotNull, isNull, or, type SQL, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import type { Role } from "@/db/enums";
import { campaigns, operators, userCampaigns, users } from "@/db/schema";
import { foldUserText, userOrderKey, userSearchKey } from "@/db/schema/user-order";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { likePattern } from "@/lib/like-pattern";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";
import { toUserSummary, type UserSummary, userColumns } from "./user-columns";
import type { UserState } from "./user-state";

/** A row of the list: the first of the person's campaigns by name, and how many there are. */
export type UserListItem = UserSummary & { campaignNames: string[]; campaignCount: number };

type ListUsersInput = {
  actor: Actor;
  /** Part of a name or e-mail, whatever its case and accents. */
  search?: string;
  roles?: Role[];
  states?: UserState[];
  /** `nextCursor` of the page before; anything else opens the first page. */
  cursor?: string | null;
  limit?: number;
};

const SHOWN_CAMPAIGNS = 3;
const cursorShape = z.tuple([z.string(), z.uuid()]);

/** Everybody with an account, by name. Admins only. */
export async function listUsers({
  actor,
  search = "",
  roles = [],
  states = [],
  cursor,
  limit = 50,
}: ListUsersInput): Promise<Page<UserListItem>> {
  requireAdmin(actor);
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const orderKey = userOrderKey(users.name);
  const after = decodeCursor(cursor);
  const rows = await db
    .select({ ...userColumns, orderKey })
    .from(users)
    .leftJoin(operators, eq(operators.id, users.operatorId))
    .where(
      and(
        matches(search),
        roles.length > 0 ? inArray(users.role, roles) : undefined,
        states.length > 0 ? or(...states.map((state) => STATE_CONDITIONS[state])) : undefined,
        after === null ? undefined : sql`(${orderKey}, ${users.id}) > (${after[0]}, ${after[1]}::uuid)`,
      ),
    )
    .orderBy(orderKey, asc(users.id))
    .limit(size + 1);
  const shown = rows.slice(0, size);
  const last = shown.at(-1);
  const memberships = await membershipsOf(shown.map(({ id }) => id));
  return {
    items: shown.map(({ orderKey: _, ...row }) => ({
      ...toUserSummary(row),
      ...(memberships.get(row.id) ?? { campaignNames: [], campaignCount: 0 }),
    })),
    nextCursor: rows.length > size && last ? Buffer.from(JSON.stringify([last.orderKey, last.id])).toString("base64url") : null,
  };
}

const STATE_CONDITIONS: Record<UserState, SQL | undefined> = {
  active: and(isNull(users.disabledAt), isNotNull(users.passwordHash)),
  invited: and(isNull(users.disabledAt), isNull(users.passwordHash)),
  disabled: isNotNull(users.disabledAt),
};

function matches(search: string): SQL | undefined {
  const text = foldUserText(search.replaceAll("\0", "").trim());
  return text === "" ? undefined : sql`${userSearchKey(users)} like ${likePattern(text)}`;
}

async function membershipsOf(userIds: string[]): Promise<Map<string, { campaignNames: string[]; campaignCount: number }>> {
  if (userIds.length === 0) return new Map();
  const rows = await db
    .select({
      userId: userCampaigns.userId,
      campaignNames: sql<string[]>`(array_agg(${campaigns.name} order by ${campaigns.name}))[:${sql.raw(String(SHOWN_CAMPAIGNS))}]`,
      campaignCount: sql<number>`count(*)::int`,
    })
    .from(userCampaigns)
    .innerJoin(campaigns, eq(campaigns.id, userCampaigns.campaignId))
    .where(inArray(userCampaigns.userId, userIds))
    .groupBy(userCampaigns.userId);
  return new Map(rows.map(({ userId, ...membership }) => [userId, membership]));
}

function decodeCursor(text: string | null | undefined): [string, string] | null {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text ?? "", "base64url").toString("utf8")));
  } catch {
    return null;
  }
}
