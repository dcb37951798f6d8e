"use server";

import { z } from "zod";
import { type AuditLogSlice, verifyAuditLogSlice } from "@/lib/audit-log/verify-audit-log-slice";
import { orNotFound } from "@/lib/auth/or-not-found";
import { requireViewer } from "@/lib/auth/require-viewer";

/** Below a second of the database's time, also on a busy machine: others are not kept waiting. */
const SLICE_ENTRIES = 25_000;

export async function verifySliceAction(after: number): Promise<AuditLogSlice> {
  const actor = await requireViewer();
  return orNotFound(verifyAuditLogSlice({ actor, after: z.int().min(0).parse(after), limit: SLICE_ENTRIES }));
}
