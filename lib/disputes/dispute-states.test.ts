import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeAuditedCall } from "./testing/make-audited-call";

type Made = Awaited<ReturnType<typeof makeAuditedCall>>;

test("the database lets a dispute go from open to each of its ends once, and nowhere else", async () => {
  for (const end of ["accepted", "rejected", "withdrawn"]) {
    const made = await makeAuditedCall();
    const id = await insert(made);
    await close(id, end, made.admin.userId);
    for (const next of ["open", "accepted", "rejected", "withdrawn"])
      await expect(close(id, next, made.supervisor.userId), `${end} to ${next}`).rejects.toMatchObject({ code: "23001" });
  }
  const made = await makeAuditedCall();
  for (const status of ["accepted", "rejected", "withdrawn"])
    await expect(insert(made, { status })).rejects.toMatchObject({ code: "23001" });
});

test("the database keeps what a dispute is about, and refuses one without words, without time or with another answer than there is", async () => {
  const made = await makeAuditedCall();
  for (const wrong of [{ reason: " " }, { due_at: new Date(0) }])
    await expect(insert(made, wrong)).rejects.toMatchObject({ code: "23514" });
  for (const wrong of [{ disputed_answer: "complies" }, { disputed_user_id: null }, { disputed_points: 3 }])
    await expect(insert(made, wrong)).rejects.toMatchObject({ code: "23503" });
  const id = await insert(made);
  const changes = {
    reason: "Other",
    opened_by: made.admin.userId,
    due_at: new Date("2030-01-01"),
    disputed_answer: "complies",
    disputed_user_id: null,
  };
  for (const [column, value] of Object.entries(changes))
    await expect(sqlClient`update disputes set ${sqlClient({ [column]: value })} where id = ${id}`, column).rejects.toMatchObject({
      code: "23001",
    });
  await expect(insert(made)).rejects.toMatchObject({ code: "23505" });
});

test("the database refuses a dispute of an audit that is not completed, and the decision while it is open again", async () => {
  const open = await makeAuditedCall({ audit: { status: "open", completedAt: null } });
  await expect(insert(open)).rejects.toMatchObject({ code: "23001" });
  const made = await makeAuditedCall();
  const id = await insert(made);
  await sqlClient`update audits set status = 'open', completed_at = null where id = ${made.auditId}`;
  for (const end of ["accepted", "rejected"]) await expect(close(id, end, made.admin.userId)).rejects.toMatchObject({ code: "23001" });
  await close(id, "withdrawn", made.admin.userId);
});

test("the database lets neither who opened a dispute nor who gave the answer decide it, and wants the decision in words", async () => {
  const made = await makeAuditedCall();
  const id = await insert(made);
  for (const arbiter of [made.agent, made.auditor])
    await expect(close(id, "rejected", arbiter.userId)).rejects.toMatchObject({
      code: "23514",
      constraint_name: "disputes_are_decided_by_another",
    });
  await expect(close(id, "rejected", made.supervisor.userId, "")).rejects.toMatchObject({ code: "23514" });
  await close(id, "rejected", made.supervisor.userId);
});

async function insert({ auditId, criterionId, agent, auditor }: Made, values: Record<string, unknown> = {}): Promise<string> {
  const row = {
    ...{ id: crypto.randomUUID(), audit_id: auditId, criterion_id: criterionId, reason: "I said so.", opened_by: agent.userId },
    ...{ due_at: new Date(Date.now() + 60_000), disputed_answer: "fails", disputed_user_id: auditor.userId, ...values },
  };
  await sqlClient`insert into disputes ${sqlClient(row)}`;
  return row.id;
}

async function close(id: string, status: string, userId: string, decision = "So it is."): Promise<void> {
  const isDecided = status === "accepted" || status === "rejected";
  const by = { decided_by: isDecided ? userId : null, decided_at: isDecided ? new Date() : null };
  await sqlClient`update disputes set ${sqlClient({ status, decision, ...by })} where id = ${id}`;
}
