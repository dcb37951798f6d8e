import { db } from "@/db/client";
import type { SavedViewList } from "@/db/enums";
import { savedViews } from "@/db/schema";
import { recordAuditEntry } from "@/lib/audit-log/record-audit-entry";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { canShareViews } from "./saved-view-access";

type CreateSavedViewInput = { viewer: Viewer; list: SavedViewList; name: string; query: string; isShared: boolean };

/** Keeps a list's filters and sort under a name, for oneself or for all. Throws `conflict` when one has a view of that name already. */
export async function createSavedView({ viewer, list, name, query, isShared }: CreateSavedViewInput): Promise<{ id: string }> {
  if (isShared && !canShareViews(viewer)) throw new AppError("not_found", "Views are shared by admins and supervisors.");
  return db.transaction(async (transaction) => {
    const [created] = await transaction
      .insert(savedViews)
      .values({ list, name, query, isShared, ownerId: viewer.userId })
      .onConflictDoNothing()
      .returning({ id: savedViews.id });
    if (!created) throw new AppError("conflict", `There is already a view "${name}".`, { details: { field: "name" } });
    if (isShared)
      await recordAuditEntry(
        { actor: viewer, action: "view.shared", object: { kind: "saved_view", id: created.id, name }, details: { list, query } },
        transaction,
      );
    return created;
  });
}
