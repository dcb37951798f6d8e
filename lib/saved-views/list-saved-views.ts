import { and, asc, eq, or } from "drizzle-orm";
import { db } from "@/db/client";
import type { SavedViewList } from "@/db/enums";
import { savedViews, users } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";

/** A view as it is offered. */
export type SavedView = { id: string; name: string; query: string; isShared: boolean; isOwn: boolean; ownerName: string };

const MAX_VIEWS = 200;

/** One's own views of a list and those that others share, by name. */
export async function listSavedViews({ viewer, list }: { viewer: Viewer; list: SavedViewList }): Promise<SavedView[]> {
  const rows = await db
    .select({
      id: savedViews.id,
      name: savedViews.name,
      query: savedViews.query,
      isShared: savedViews.isShared,
      ownerId: savedViews.ownerId,
      ownerName: users.name,
    })
    .from(savedViews)
    .innerJoin(users, eq(users.id, savedViews.ownerId))
    .where(and(eq(savedViews.list, list), or(eq(savedViews.ownerId, viewer.userId), eq(savedViews.isShared, true))))
    .orderBy(asc(savedViews.name), asc(savedViews.id))
    .limit(MAX_VIEWS);
  return rows.map(({ ownerId, ...view }) => ({ ...view, isOwn: ownerId === viewer.userId }));
}
