import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { callOutcomes } from "@/db/schema";
import { makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeConnection, makeOutcomes } from "@/db/testing/make-outcomes";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import type { ExportFormat } from "@/lib/export/export-format";
import { exportOutcomes } from "./export-outcomes";
import type { OutcomeBreakdown } from "./outcome-filters";

let viewer: Viewer;
let campaignId: number;
let operatorId: string;
beforeAll(async () => {
  const connectionId = await makeConnection();
  campaignId = await makeCampaign({ name: "Exported" });
  operatorId = await makeOperator();
  viewer = { userId: await makeUser(), role: "admin", campaignIds: [], operatorId: null };
  const startedAt = new Date("2026-11-20T15:00:00Z");
  await makeOutcomes(connectionId, [
    {
      campaignId,
      startedAt,
      buyerName: "=1+1",
      revenue: "12345678901234.5678",
      operatorId,
      converted: true,
      publisherName: "P",
      publisherSubId: "s",
    },
    { campaignId, startedAt, buyerName: "Acme, Inc.", revenue: "20.5", cost: "0.1234", connectedSeconds: 9, endedBy: "caller" },
    { campaignId, startedAt, buyerName: "Acme, Inc.", payout: "30", isDuplicate: true },
  ]);
});

const measures = {
  ...{ calls: "Calls", duplicates: "Duplicates", connected: "Connected", converted: "Converted", rate: "Rate" },
  ...{ revenue: "Revenue", cost: "Cost", payout: "Payout", margin: "Margin", perCall: "Per call" },
};
const quality = { average: "Average", audits: "Audits" };
const words = { value: "Value", detail: "Sub-id", campaignId: "Number", measures, quality, values: { caller: "The caller" } };

async function fileOf(by: OutcomeBreakdown, format: ExportFormat, who: Partial<Viewer> = {}): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  const filters = { campaignIds: [campaignId], from: "2026-11-20", to: "2026-11-20" };
  const sort = { key: "calls", order: "desc" } as const;
  for await (const piece of exportOutcomes({ viewer: { ...viewer, ...who }, by, filters, sort, format, words })) pieces.push(piece);
  return Buffer.concat(pieces);
}
const linesOf = async (...input: Parameters<typeof fileOf>) =>
  (await fileOf(...input)).toString("utf8").replace("\uFEFF", "").trimEnd().split("\r\n");

test("a report as CSV has every row with exact amounts, and what would be a formula is none", async () => {
  expect(await linesOf("buyer", "csv")).toEqual([
    'Value,Calls,Duplicates,Connected,Converted,Rate,Revenue,Cost,Payout,Margin,"Per call"',
    '"Acme, Inc.",2,1,1,0,0,20.5000,0.1234,30.0000,-9.6234,10.2500',
    "'=1+1,1,0,0,1,1,12345678901234.5678,0.0000,0.0000,12345678901234.5678,12345678901234.5678",
  ]);
  expect((await linesOf("publisherSub", "csv"))[0]).toMatch(/^Value,Sub-id,Calls/);
  expect((await linesOf("campaign", "csv"))[1]).toMatch(new RegExp(`^${campaignId},Exported,3,`));
  expect((await linesOf("endedBy", "csv"))[2]).toMatch(/^"The caller",1,/);
});

test("a report as a workbook has amounts that can be added up, unless a spreadsheet would round them", async () => {
  const sheet = strFromU8(unzipSync(await fileOf("buyer", "xlsx"))["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).toContain("<c><v>-9.6234</v></c>");
  expect(sheet).toContain('<t xml:space="preserve">12345678901234.5678</t>');
});

test("an agent's file has their own calls and no money, and every export is in the audit log", async () => {
  expect(await linesOf("buyer", "csv", { role: "agent", operatorId })).toEqual([
    "Value,Calls,Duplicates,Connected,Converted,Rate",
    "'=1+1,1,0,0,1,1",
  ]);
  const [entry] = await sqlClient`select action, actor_id, object_kind, details from audit_log order by seq desc limit 1`;
  expect(entry).toMatchObject({
    action: "outcomes.exported",
    actor_id: viewer.userId,
    object_kind: "outcomes",
    details: { by: "buyer", format: "csv", rowCount: 1, filters: { campaignIds: [campaignId] } },
  });
});

test("where calls were audited, the file tells their average score and of how many audits", async () => {
  const startedAt = new Date("2026-11-20T15:00:00Z");
  const { taskId, callId } = await makeTask({ campaignId, operatorId, call: { source: "aria", startedAt } });
  await db.insert(callOutcomes).values({
    ...{ callId, campaignId, startedAt, connectionId: await makeConnection(), buyerName: "Zoe" },
    standing: { base: "", others: {} },
  });
  const done = { status: "completed" as const, completedAt: startedAt, hasCriticalFailure: false, score: 87.5, scoreWithoutFail: 87.5 };
  await makeAudit({ scorecard: await makeScorecard({ campaignId }), campaignId, taskId, operatorId, audit: done });
  const lines = (await linesOf("buyer", "csv")).map((line) => line.split(","));
  expect(lines.map((cells) => [cells[0], ...cells.slice(-2)])).toEqual([
    ["Value", "Average", "Audits"],
    ['"Acme', "", "0"],
    ["'=1+1", "", "0"],
    ["Zoe", "87.5", "1"],
  ]);
});
