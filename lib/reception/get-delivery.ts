import { eq } from "drizzle-orm";
import { z } from "zod";
import { db } from "@/db/client";
import { deliveries } from "@/db/schema";
import { requireAdmin } from "@/lib/auth/require-admin";
import type { Actor } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";

export type Delivery = typeof deliveries.$inferSelect;

/** One delivery by its receipt, with its raw bytes. Admins only. */
export async function getDelivery({ actor, id }: { actor: Actor; id: string }): Promise<Delivery> {
  requireAdmin(actor);
  const [row] = z.uuid().safeParse(id).success ? await db.select().from(deliveries).where(eq(deliveries.id, id)) : [];
  if (!row) throw new AppError("not_found", "There is no such delivery; deliveries are kept for 90 days.");
  return row;
}
