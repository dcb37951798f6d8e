import { AppError } from "@/lib/errors";
import type { Actor } from "./viewer";

/** Throws not-found for anybody but an admin or the installation itself: what one may not touch does not exist for one. */
export function requireAdmin(actor: Actor): void {
  if (actor !== "system" && actor.role !== "admin") throw new AppError("not_found", "There is no such page or object.");
}
