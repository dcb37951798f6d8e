import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Viewer } from "@/lib/auth/viewer";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { type CreatedConnection, createConnection } from "@/lib/connections/create-connection";
import { getOutcomeReport } from "@/lib/reports/outcomes/get-outcome-report";
import { refreshOutcomes } from "@/lib/reports/outcomes/refresh-outcomes";
import { POST } from "./route";

const ADMIN: Viewer = { userId: "01900000-0000-7000-8000-000000000000", role: "admin", campaignIds: [], operatorId: null };
const LATER = new Date("2027-01-15T12:00:00Z");
const RANGE = { from: "2026-10-25", to: "2026-12-05" };

let connection: CreatedConnection;
beforeAll(async () => {
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Reported", source: "aria" });
  connection = await createConnection({ actor: "system", name: "Reporting", campaignId, timeZone: "UTC" });
});

/** Few calls, spoken of again and again: corrected, moved to another day, to another campaign. */
const delivery = fc.record({
  call_instance_id: fc.integer({ min: 1, max: 40 }).map((n) => `reported-${n}`),
  call_date: fc.constantFrom("10/31/2026 11:30:00 PM", "11/01/2026 02:30:00 AM", "11/01/2026 03:30:00 AM", "11/20/2026 10:00:00 AM"),
  event_date: fc.integer({ min: 0, max: 59 }).map((minute) => `2026-11-21T10:${String(minute).padStart(2, "0")}:00Z`),
  campaign_id: fc.constantFrom("R-1", "R-2"),
  campaign_name: fc.constantFrom("Reported one", "Reported two"),
  buyer_name: fc.constantFrom("Buyer A", "Buyer B", ""),
  converted: fc.constantFrom("True", "False", ""),
  is_duplicate: fc.constantFrom("true", "false"),
  revenue: fc.constantFrom("", "0.0001", "45.00", "-45.00", "1250.5"),
});

test("while deliveries arrive, correct and move calls, a report says at every moment what the calls say", async () => {
  let isDone = false;
  const summing = (async () => {
    while (!isDone) await refreshOutcomes({ now: LATER });
  })();
  const property = fc.asyncProperty(fc.array(delivery, { minLength: 1, maxLength: 8 }), async (deliveries) => {
    const credentials = { api_key: connection.key, connection_id: connection.publicId };
    const answers = await Promise.all(
      deliveries.map((fields) =>
        POST(new Request("http://localhost/webhook/aria", { method: "POST", body: JSON.stringify({ ...fields, ...credentials }) })),
      ),
    );
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    const [exact] = await sqlClient`
      select count(*)::int as calls, count(*) filter (where converted)::int as converted, count(*) filter (where is_duplicate)::int as duplicates,
        coalesce(sum(revenue), 0)::numeric(30, 4)::text as revenue from call_outcomes`;
    for (const by of ["day", "campaign", "buyer", "hour"] as const) {
      const { total, rows } = await getOutcomeReport({ viewer: ADMIN, by, filters: RANGE, now: LATER });
      const { calls, converted, duplicates, money } = total;
      expect({ by, calls, converted, duplicates, revenue: money?.revenue }).toEqual({ by, ...exact });
      expect(rows.reduce((sum, row) => sum + row.calls, 0)).toBe(calls);
    }
    const narrowed = { ...RANGE, values: { buyer: ["Buyer A"] } };
    const [ofBuyer] = await sqlClient`select count(*)::int as calls from call_outcomes where buyer_name = 'Buyer A'`;
    expect((await getOutcomeReport({ viewer: ADMIN, by: "state", filters: narrowed, now: LATER })).total.calls).toBe(ofBuyer?.calls);
  });
  try {
    await fc.assert(property, { numRuns: 40 });
  } finally {
    isDone = true;
    await summing;
  }
  await refreshOutcomes({ now: LATER });
  const [left] = await sqlClient`select count(*)::int as count from outcome_marks`;
  expect(left?.count).toBe(0);
});
