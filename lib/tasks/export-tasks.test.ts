import { strFromU8, unzipSync } from "fflate";
import { beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { sqlClient } from "@/db/client";
import { DIRECTIONS, SOURCES, TASK_STATUSES } from "@/db/enums";
import { makeManyTasks } from "@/db/testing/make-many-tasks";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import { assignCall } from "@/lib/audits/testing/assign-call";
import { makeViewer } from "@/lib/audits/testing/make-sheet";
import type { Viewer } from "@/lib/auth/viewer";
import type { ExportFormat } from "@/lib/export/export-format";
import { exportTasks, TASK_EXPORT_COLUMNS, type TaskExportWords } from "./export-tasks";
import type { TaskFilters } from "./task-filters";

const words: TaskExportWords = {
  columns: namedByThemselves(TASK_EXPORT_COLUMNS),
  directions: namedByThemselves(DIRECTIONS),
  sources: namedByThemselves(SOURCES),
  statuses: namedByThemselves(TASK_STATUSES),
  passed: "passed",
  hidden: "Hidden",
  failed: "failed",
  yes: "yes",
  no: "No",
};

const COUNT = 1_203;
let viewer: Viewer;
let campaignId = 0;
let otherId = 0;

beforeAll(async () => {
  viewer = { userId: await makeUser({ name: "Ana" }), role: "admin", campaignIds: [], operatorId: null };
  [campaignId, otherId] = await Promise.all([makeCampaign({ name: '=HYPERLINK("http://x")' }), makeCampaign()]);
  const operatorId = await makeOperator("+Ana & <Eva> \u0001");
  const call = { calling: "+5491144445555", direction: "inbound" as const };
  await makeTask({ campaignId, operatorId, call, task: { score: 79.99 } });
  await makeManyTasks({ campaignId: otherId, count: COUNT - 1 });
});

async function file(format: ExportFormat, filters: TaskFilters, by: Viewer = viewer): Promise<Buffer> {
  const pieces: Uint8Array[] = [];
  for await (const piece of exportTasks({ viewer: by, filters, sort: { key: "created", order: "desc" }, format, words }))
    pieces.push(piece);
  return Buffer.concat(pieces);
}

test("a CSV of the filter has every row once, phone numbers whole, and nothing that a spreadsheet would run", async () => {
  const text = (await file("csv", { campaignIds: [campaignId] })).toString("utf8");
  expect(text.startsWith("\uFEFFtask,campaignId,campaign,")).toBe(true);
  const [, row = "", end] = text.split("\r\n");
  expect(end).toBe("");
  expect(row).toContain(`"'=HYPERLINK(""http://x"")"`);
  expect(row).toContain("+5491144445555");
  expect(row).not.toMatch(/,[=+@-]/);
  expect(row).toContain(",79.99,failed,");
  const all = (await file("csv", {})).toString("utf8").trimEnd().split("\r\n");
  expect(all).toHaveLength(COUNT + 1);
  expect(new Set(all.map((line) => line.slice(0, 36))).size).toBe(COUNT + 1);
});

test("of a call that its reader has still to calibrate it holds neither score nor result, and says why", async () => {
  const auditor = await makeViewer("auditor", [campaignId]);
  const [task] = await sqlClient<{ id: string }[]>`select id from tasks where campaign_id = ${campaignId}`;
  await assignCall({ campaignId, taskId: task?.id ?? "", kind: "calibration", auditor });
  expect((await file("csv", {}, auditor)).toString("utf8")).toContain(",,Hidden,");
  expect((await file("csv", { scoreFrom: 0 }, auditor)).toString("utf8")).not.toContain(task?.id);
});

test("a workbook holds the same rows: texts as texts, times as dates, and characters that XML can't hold left out", async () => {
  const parts = unzipSync(await file("xlsx", { campaignIds: [campaignId] }));
  expect(Object.keys(parts)).toContain("xl/workbook.xml");
  const sheet = strFromU8(parts["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(sheet).toContain('<c t="inlineStr"><is><t xml:space="preserve">+5491144445555</t></is></c>');
  expect(sheet).toContain("+Ana &amp; &lt;Eva&gt; <");
  expect(sheet).toContain('<c s="2"><v>46346.625</v></c>');
  expect(sheet).toContain("<c><v>79.99</v></c>");
  const whole = strFromU8(unzipSync(await file("xlsx", {}))["xl/worksheets/sheet1.xml"] ?? new Uint8Array());
  expect(whole.match(/<row /g)).toHaveLength(COUNT + 1);
});

test("an export holds what its viewer may see, and the audit log has who took how much, also when it was broken off", async () => {
  const supervisor: Viewer = { ...viewer, role: "supervisor", campaignIds: [campaignId] };
  expect((await file("csv", {}, supervisor)).toString("utf8").trimEnd().split("\r\n")).toHaveLength(2);
  for await (const _ of exportTasks({ viewer, filters: {}, sort: { key: "created", order: "desc" }, format: "csv", words })) break;
  const entries = await sqlClient`
    select actor_name as name, details->'rowCount' as rows, details->'isWhole' as whole from audit_log
    where action = 'tasks.exported' order by seq desc limit 2`;
  expect(entries).toEqual([
    { name: "Ana", rows: 0, whole: false },
    { name: "Ana", rows: 1, whole: true },
  ]);
});

function namedByThemselves<const Words extends readonly string[]>(closedSet: Words) {
  return z.record(z.enum(closedSet), z.string()).parse(Object.fromEntries(closedSet.map((word) => [word, word])));
}
