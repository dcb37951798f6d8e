import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import { deleteAudit } from "./delete-audit";
import { getAudit } from "./get-audit";
import { listAuditableOperators } from "./list-auditable-operators";
import { manualAuditInput } from "./manual-audit-input";
import { openManualAudit } from "./open-manual-audit";
import { makeViewer } from "./testing/make-sheet";

async function world(name?: string) {
  const campaignId = await makeCampaign({ timeZone: "America/Argentina/Buenos_Aires", passingScore: 65 });
  const operatorId = await makeOperator(name);
  await makeTask({ campaignId, operatorId });
  return { campaignId, operatorId, auditor: await makeViewer("auditor", [campaignId]) };
}

test("a contact without a recording is audited by the campaign's scorecard, at the time that its clocks showed", async () => {
  const { campaignId, operatorId, auditor } = await world("Ana Paz");
  const input = manualAuditInput.parse({
    campaignId,
    operatorId,
    channel: "chat",
    contactAt: "2026-11-20T22:30",
    reference: " T-17 \n 3 ",
  });
  await expect(openManualAudit({ viewer: auditor, input })).rejects.toMatchObject({ details: { reason: "no_scorecard" } });
  const { versionId } = await makeScorecard({ campaignId });
  const { auditId } = await openManualAudit({ viewer: auditor, input });
  expect(await getAudit({ viewer: auditor, id: auditId })).toMatchObject({
    ...{ taskId: null, channel: "chat", reference: "T-17 3", passingScore: 65, status: "open", kind: "quality" },
    ...{ contactAt: new Date("2026-11-21T01:30:00Z"), contactOn: "2026-11-20", operator: { name: "Ana Paz" } },
  });
  expect(await sqlClient`select version_id, auditor_id from audits where id = ${auditId}`).toEqual([
    { version_id: versionId, auditor_id: auditor.userId },
  ]);
  await expect(openManualAudit({ viewer: auditor, input: { ...input, contactAt: "2999-01-01T10:00" } })).rejects.toMatchObject({
    code: "invalid",
  });

  const supervisor = await makeViewer("supervisor", [campaignId]);
  await sqlClient`update audits set score = 90, status = 'completed', completed_at = now() where id = ${auditId}`;
  await deleteAudit({ viewer: supervisor, auditId });
  await expect(getAudit({ viewer: auditor, id: auditId })).rejects.toMatchObject({ code: "not_found" });
});

test("nobody audits contacts of other campaigns or operators, and agents none", async () => {
  const { campaignId, operatorId, auditor } = await world("Lucía Ferreyra");
  await makeScorecard({ campaignId });
  const elsewhere = await world();
  const input = manualAuditInput.parse({ campaignId, operatorId, channel: "email", contactAt: "2026-11-20T10:00" });
  const agent = await makeViewer("agent", [], operatorId);
  for (const [viewer, change] of [
    [auditor, { campaignId: elsewhere.campaignId }],
    [auditor, { operatorId: elsewhere.operatorId }],
    [elsewhere.auditor, {}],
    [agent, {}],
  ] as const)
    await expect(openManualAudit({ viewer, input: { ...input, ...change } })).rejects.toMatchObject({ code: "not_found" });
  expect(await listAuditableOperators({ viewer: auditor, text: "lucia" })).toEqual([{ id: operatorId, name: "Lucía Ferreyra" }]);
  await expect(listAuditableOperators({ viewer: agent, text: "" })).rejects.toMatchObject({ code: "not_found" });
});
