import { desc } from "drizzle-orm";
import { db } from "@/db/client";
import { apiKeys } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";

export type ApiKeyName = { id: string; name: string; last4: string };

/** More than anybody chooses from a list. */
const MAX_NAMES = 500;

/** The newest five hundred keys by name, ended ones too, for choosing one. Admins only. */
export async function listApiKeyNames({ actor }: { actor: Actor }): Promise<ApiKeyName[]> {
  requireAdmin(actor);
  return db.select({ id: apiKeys.id, name: apiKeys.name, last4: apiKeys.last4 }).from(apiKeys).orderBy(desc(apiKeys.id)).limit(MAX_NAMES);
}
