import type { ISql } from "postgres";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import type { QualityFilters } from "./quality-filters";

/** A piece of a statement. */
export type Fragment = ReturnType<typeof visibleFacts>;

/** The rows of quality_facts, named `f`, that a viewer may see: as visibleAudits has it of quality audits that are completed. */
export function visibleFacts(sql: ISql, { role, campaignIds, operatorId }: Viewer) {
  if (role === "admin") return sql`true`;
  if (role === "agent") return operatorId === null ? sql`false` : sql`f.operator_id = ${operatorId}`;
  return sql`f.campaign_id = any(${campaignIds}::int[])`;
}

/** That a row of quality_facts, named `f`, is the viewer's to see and left by the filters. */
export function isCounted(sql: ISql, viewer: Viewer, filters: QualityFilters): Fragment {
  const { campaignIds = [], operatorIds = [], auditorIds = [], versionIds = [], from, to, by, channel } = filters;
  return [
    sql`f.contact_on between ${from}::date and ${to}::date`,
    ...(campaignIds.length > 0 ? [sql`f.campaign_id = any(${campaignIds}::int[])`] : []),
    ...(operatorIds.length > 0 ? [sql`f.operator_id = any(${operatorIds}::uuid[])`] : []),
    // Agents are not to be told who audited them, also not by asking for one after the other.
    ...(auditorIds.length > 0 ? [viewer.role === "agent" ? sql`false` : sql`f.auditor_id = any(${auditorIds}::uuid[])`] : []),
    ...(versionIds.length > 0 ? [sql`f.version_id = any(${versionIds}::uuid[])`] : []),
    ...(by ? [sql`f.is_by_machine = ${by === "machine"}`] : []),
    ...(channel ? [sql`f.channel = ${channel}`] : []),
  ].reduce<Fragment>((all, condition) => sql`${all} and ${condition}`, visibleFacts(sql, viewer));
}

/** That the call of a task, such as `f.task_id`, is none of some: those that a viewer has still to calibrate. */
export function isNoneOf(sql: ISql, taskId: Fragment, taskIds: string[]): Fragment {
  return taskIds.length === 0 ? sql`true` : sql`(${taskId} is null or ${taskId} <> all(${taskIds}::uuid[]))`;
}

/** True for those who may know who audits how: auditors are not to be led by others, agents see their own calls. */
export function canCompareAuditors({ role }: Viewer): boolean {
  return role === "admin" || role === "supervisor";
}

/** Throws not-found for those who may not compare auditors. */
export function requireComparing(viewer: Viewer): void {
  if (!canCompareAuditors(viewer)) throw new AppError("not_found", "There is no such report.");
}
