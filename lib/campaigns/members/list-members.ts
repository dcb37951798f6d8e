import { and, asc, eq, isNull, sql } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { ROLES, type Role } from "@/db/enums";
import { userCampaigns, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { campaignNotFound, isCampaignVisible } from "@/lib/campaigns/campaign-access";
import { MAX_PAGE_SIZE, type Page } from "@/lib/pagination";

/** Somebody who belongs to a campaign. */
export type CampaignMember = { userId: string; name: string; email: string; role: Role; isDisabled: boolean };

/** `admins` see every campaign without belonging to it: the first twenty by name, once a list, so null on later pages. */
export type MemberPage = Page<CampaignMember> & { admins: { userId: string; name: string }[] | null };

type ListMembersInput = {
  viewer: Viewer;
  campaignId: number;
  /** `nextCursor` of the page before; anything else opens the first page. */
  cursor?: string | null;
  limit?: number;
};

const MAX_ADMINS = 20;
const cursorShape = z.tuple([z.enum(ROLES), z.string(), z.uuid()]);

/** Who belongs to a campaign, by role and name. For admins and the campaign's supervisors; not found for others. */
export async function listMembers({ viewer, campaignId, cursor = null, limit = 50 }: ListMembersInput): Promise<MemberPage> {
  if (!mayListMembers(viewer) || !isCampaignVisible(viewer, campaignId)) throw campaignNotFound(campaignId);
  const size = Math.min(Math.max(limit, 1), MAX_PAGE_SIZE);
  const place = decodePlace(cursor);
  const [rows, admins] = await Promise.all([
    db
      .select({
        userId: users.id,
        name: users.name,
        email: users.email,
        role: users.role,
        isDisabled: sql<boolean>`${users.disabledAt} is not null`,
      })
      .from(userCampaigns)
      .innerJoin(users, eq(users.id, userCampaigns.userId))
      .where(
        and(
          eq(userCampaigns.campaignId, campaignId),
          place && sql`(${users.role}, ${users.name}, ${users.id}) > (${place[0]}::role, ${place[1]}, ${place[2]}::uuid)`,
        ),
      )
      .orderBy(asc(users.role), asc(users.name), asc(users.id))
      .limit(size + 1),
    place ? null : listAdmins(),
  ]);
  const items = rows.slice(0, size);
  const last = items.at(-1);
  return { items, nextCursor: rows.length > size && last ? encodePlace([last.role, last.name, last.userId]) : null, admins };
}

/** Whether somebody may see who belongs to the campaigns that they see. */
export function mayListMembers({ role }: Pick<Viewer, "role">): boolean {
  return role === "admin" || role === "supervisor";
}

function listAdmins() {
  return db
    .select({ userId: users.id, name: users.name })
    .from(users)
    .where(and(eq(users.role, "admin"), isNull(users.disabledAt)))
    .orderBy(asc(users.name), asc(users.id))
    .limit(MAX_ADMINS);
}

type Place = z.infer<typeof cursorShape>;

function encodePlace(place: Place): string {
  return Buffer.from(JSON.stringify(place)).toString("base64url");
}

function decodePlace(text: string | null): Place | undefined {
  try {
    return cursorShape.parse(JSON.parse(Buffer.from(text ?? "", "base64url").toString("utf8")));
  } catch {
    return undefined;
  }
}
