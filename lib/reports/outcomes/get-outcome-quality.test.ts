import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { env } from "@/lib/env";
import { type AuditedCalls, makeAuditedCalls } from "../quality/testing/make-audited-calls";
import { getOutcomeQuality } from "./get-outcome-quality";
import { getOutcomeReport } from "./get-outcome-report";
import { listOutcomeCalls } from "./list-outcome-calls";
import { narrowToRow } from "./narrow-to-row";
import { OUTCOME_BREAKDOWNS } from "./outcome-filters";

const DAYS = { from: "2026-10-10", to: "2026-11-10" };

let made: AuditedCalls;
beforeAll(async () => {
  made = await makeAuditedCalls(120);
  await sqlClient`
    update call_outcomes o set publisher_name = 'P' || n % 3, publisher_sub_id = 'S' || n % 2, buyer_name = case when n % 4 = 0 then '' else 'B' || n % 2 end,
      ended_by = case when n % 3 = 0 then 'caller' end::call_ender, is_duplicate = n % 5 = 0
    from (select call_id, row_number() over (order by call_id) as n from call_outcomes) numbered where numbered.call_id = o.call_id`;
});

const viewerOf = (values: Partial<Viewer>): Viewer => ({ userId: "", role: "admin", campaignIds: [], operatorId: null, ...values });

test("beside outcomes stands the average score of the same calls, by whatever the report is", async () => {
  const filters = { ...DAYS, values: { endedBy: ["", "caller"] }, isWithoutDuplicates: true };
  const plain = await sqlClient<{ score: string; row: Record<string, string> }[]>`
    select a.score::text, json_build_object('day', (o.started_at at time zone ${env.TIME_ZONE})::date, 'campaign', o.campaign_id::text, 'publisher', publisher_name,
      'publisherSub', publisher_name || '/' || publisher_sub_id, 'buyer', buyer_name, 'target', target_name, 'vertical', vertical, 'state', state,
      'endedBy', coalesce(ended_by::text, ''), 'hour', to_char(o.started_at at time zone ${env.TIME_ZONE}, 'HH24')) as row
    from audits a join tasks t on t.id = a.task_id join call_outcomes o on o.call_id = t.call_id
    where a.kind = 'quality' and a.status <> 'open' and not o.is_duplicate
      and (o.started_at at time zone ${env.TIME_ZONE})::date between ${DAYS.from}::date and ${DAYS.to}::date`;
  for (const by of OUTCOME_BREAKDOWNS) {
    const quality = await getOutcomeQuality({ viewer: viewerOf({}), by, filters });
    expect(quality.total?.audits).toBe(plain.length);
    const { rows } = await getOutcomeReport({ viewer: viewerOf({}), by, filters });
    let audits = 0;
    for (const row of rows) {
      const name = row.detail === null ? row.value : `${row.value}/${row.detail}`;
      const scores = plain.filter((one) => one.row[by] === name).map(({ score }) => Number(score));
      const found = quality.of(row);
      expect(found?.audits ?? 0, `${by} ${name}`).toBe(scores.length);
      const list = await listOutcomeCalls({ viewer: viewerOf({}), filters: narrowToRow(filters, by, row), subset: "audited", limit: 100 });
      expect(list.items, `${by} ${name}`).toHaveLength(scores.length);
      if (found) expect(Math.abs(found.average - scores.reduce((sum, score) => sum + score, 0) / scores.length)).toBeLessThan(0.0051);
      audits += scores.length;
    }
    expect(audits).toBe(plain.length);
  }
  expect(plain.length).toBeGreaterThan(5);
});

test("nobody is told of audits that are not theirs to see", async () => {
  const filters = { from: "2026-09-01", to: "2026-12-31" };
  const totalOf = async (viewer: Viewer) => {
    const { total } = await getOutcomeQuality({ viewer, by: "buyer", filters });
    const calls = await listOutcomeCalls({ viewer, filters, subset: "audited", limit: 100 });
    expect(calls.items).toHaveLength(total?.audits ?? 0);
    return calls.items.length;
  };
  const all = await totalOf(viewerOf({}));
  expect(await totalOf(viewerOf({ role: "supervisor", campaignIds: made.campaignIds.slice(0, 1) }))).toBe(0);
  expect(await totalOf(viewerOf({ role: "auditor", campaignIds: made.campaignIds }))).toBe(all);
  expect(await totalOf(viewerOf({ role: "agent" }))).toBe(0);
  const own = await totalOf(viewerOf({ role: "agent", operatorId: made.operatorIds[0] ?? null }));
  expect(own).toBeGreaterThan(0);
  expect(own).toBeLessThan(all);
});
