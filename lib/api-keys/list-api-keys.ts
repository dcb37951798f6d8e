import { desc, eq } from "drizzle-orm";
import { db } from "@/db/client";
import type { ApiKeyScope } from "@/db/enums";
import { apiKeys, users } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";

export type ApiKeyListItem = {
  id: string;
  name: string;
  scope: ApiKeyScope;
  last4: string;
  createdAt: Date;
  createdByName: string | null;
  expiresAt: Date | null;
  revokedAt: Date | null;
  lastUsedAt: Date | null;
  lastUsedBy: string | null;
};

/** Every key ever made, newest first, without anything that would let one use it. Admins only. */
export async function listApiKeys({ actor }: { actor: Actor }): Promise<ApiKeyListItem[]> {
  requireAdmin(actor);
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
      lastUsedAt: apiKeys.lastUsedAt,
      lastUsedBy: apiKeys.lastUsedBy,
    })
    .from(apiKeys)
    .leftJoin(users, eq(users.id, apiKeys.createdBy))
    .orderBy(desc(apiKeys.id));
}
