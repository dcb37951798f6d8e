import type { TransactionSql } from "postgres";
import type { ContactChannel } from "@/db/enums";
import { listCallsToCalibrate } from "@/lib/audits/calibration-access";
import type { Viewer } from "@/lib/auth/viewer";
import { type Fragment, isCounted, isNoneOf } from "./quality-access";
import type { CallProblem, QualityFilters } from "./quality-filters";
import { readQuality } from "./read-quality";

/** From how many seconds on a silence is long. */
export const LONG_SILENCE_SECONDS = 20;
/** From how many negative lines on a call is. */
export const NEGATIVE_LINES = 2;

export type ProblemCall = {
  auditId: string;
  /** Null for a contact that was entered by hand. */
  taskId: string | null;
  campaignName: string;
  operatorName: string | null;
  contactOn: string;
  channel: ContactChannel;
  score: number;
  isPassed: boolean;
  hasCriticalFailure: boolean;
  /** Null without a transcript. */
  longestSilenceSeconds: number | null;
  /** Null without an analysis. */
  negativeLines: number | null;
};

type ListProblemCallsInput = { viewer: Viewer; filters: QualityFilters; problem: CallProblem; limit?: number };

/**
 * The audited calls that have a problem, the worst first, and how many there are: of the completed and validated quality audits that the filters leave,
 * but for calls that the viewer has still to calibrate.
 */
export async function listProblemCalls({ viewer, filters, problem, limit = 10 }: ListProblemCallsInput) {
  const hidden = await listCallsToCalibrate(viewer);
  return readQuality(async (sql) => {
    const { has, order } = PROBLEMS[problem](sql);
    const found = await sql<(ProblemCall & { total: number })[]>`
      with worst as materialized (
        select f.audit_id, count(*) over () as total from quality_facts f where ${isCounted(sql, viewer, filters)} and ${has}
          and ${isNoneOf(sql, sql`f.task_id`, hidden)}
        order by ${order}, f.contact_on desc, f.audit_id limit ${limit})
      select f.audit_id as "auditId", f.task_id as "taskId", c.name as "campaignName", o.name as "operatorName", f.contact_on::text as "contactOn",
        f.channel, f.score / 100.0::float8 as score, f.is_passed as "isPassed", f.has_critical_failure as "hasCriticalFailure",
        f.longest_silence_seconds as "longestSilenceSeconds", f.negative_lines as "negativeLines", worst.total::float8 as total
      from worst join quality_facts f on f.audit_id = worst.audit_id join campaigns c on c.id = f.campaign_id left join operators o on o.id = f.operator_id
      order by ${order}, f.contact_on desc, f.audit_id`;
    return { calls: found.map(({ total: _, ...call }): ProblemCall => call), total: found[0]?.total ?? 0 };
  });
}

const PROBLEMS: Record<CallProblem, (sql: TransactionSql) => { has: Fragment; order: Fragment }> = {
  lowest: (sql) => ({ has: sql`not f.is_passed`, order: sql`f.score` }),
  critical: (sql) => ({ has: sql`f.has_critical_failure`, order: sql`f.contact_on desc, f.score` }),
  silence: (sql) => ({ has: sql`f.longest_silence_seconds >= ${LONG_SILENCE_SECONDS}`, order: sql`f.longest_silence_seconds desc` }),
  negative: (sql) => ({ has: sql`f.negative_lines >= ${NEGATIVE_LINES}`, order: sql`f.negative_lines desc` }),
};
