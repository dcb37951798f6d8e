import { and, eq, or } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { savedViews } from "@/db/schema";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

/** Takes a view away: one's own, and for admins any that is shared. Not found for others. */
export async function deleteSavedView({ viewer, id }: { viewer: Viewer; id: string }): Promise<void> {
  const isMine = eq(savedViews.ownerId, viewer.userId);
  const deleted = z.uuid().safeParse(id).success
    ? await db
        .delete(savedViews)
        .where(and(eq(savedViews.id, id), viewer.role === "admin" ? or(isMine, eq(savedViews.isShared, true)) : isMine))
        .returning({ id: savedViews.id })
    : [];
  if (deleted.length === 0) throw new AppError("not_found", "There is no such view.");
}
