import { z } from "zod";
import { type AuditFilters, auditActionsOf } from "@/lib/audit-log/audit-filters";
import { startOfDate } from "@/lib/calls/start-of-date";
import { env } from "@/lib/env";
import type { AuditLogSearchParams } from "./search-params";

const word = z
  .string()
  .min(1)
  .max(200)
  .regex(/^\P{Cc}+$/u);

/** The filters that the address asks for. What makes no sense narrows nothing. */
export function filtersOf({ actor, action, kind, id, from, to }: AuditLogSearchParams): AuditFilters {
  const actions = auditActionsOf(action);
  const object = z.object({ kind: word, id: word }).safeParse({ kind, id });
  return {
    actorId: actor === "system" || z.uuid().safeParse(actor).success ? actor : undefined,
    actions: actions.length > 0 ? actions : undefined,
    object: object.success ? object.data : undefined,
    from: startOfDate({ date: from, timeZone: env.TIME_ZONE }) ?? undefined,
    before: startOfDate({ date: to, timeZone: env.TIME_ZONE, plusDays: 1 }) ?? undefined,
  };
}
