import { beforeEach, expect, test } from "vitest";
import { db, sqlClient } from "@/db/client";
import { makeUser } from "@/db/testing/make-task";
import { recordAuditEntry } from "./record-audit-entry";
import { verifyAuditLog } from "./verify-audit-log";

const actor = "system" as const;
const entry = (name: string) => ({ actor, action: "campaign.updated" as const, object: { kind: "campaign", id: 1, name } });

/** As somebody who owns the database could. */
async function tamper(statement: string): Promise<void> {
  await sqlClient.begin(async (transaction) => {
    await transaction`set local session_replication_role = replica`;
    await transaction.unsafe(statement);
  });
}

beforeEach(() => tamper("delete from audit_log"));

test("entries are numbered without gaps and chained, also when many are written at once", async () => {
  await Promise.all(Array.from({ length: 30 }, (_, index) => recordAuditEntry(entry(`Sales ${index}`))));
  const rows = await sqlClient<{ seq: number }[]>`select seq::int from audit_log order by seq`;
  expect(rows.map(({ seq }) => seq)).toEqual(Array.from({ length: 30 }, (_, index) => index + 1));
  const { headHash, ...state } = await verifyAuditLog({ actor });
  expect(state).toEqual({ entryCount: 30, brokenAt: null });
  expect(headHash).toMatch(/^[0-9a-f]{64}$/);
});

test("an entry names its actor as they were called then", async () => {
  const userId = await makeUser({ name: "Ana Pérez" });
  const viewer = { userId, role: "admin" as const, campaignIds: [], operatorId: null };
  await recordAuditEntry({ ...entry("Sales"), actor: viewer, details: { name: { from: "Sale", to: "Sales" } } });
  await sqlClient`update users set name = 'Ana Gómez' where id = ${userId}`;
  expect(await sqlClient`select actor_name, object_name, details from audit_log`).toEqual([
    { actor_name: "Ana Pérez", object_name: "Sales", details: { name: { from: "Sale", to: "Sales" } } },
  ]);
});

test("an entry is kept only with the change that it tells of", async () => {
  const failing = db.transaction(async (transaction) => {
    await recordAuditEntry(entry("Sales"), transaction);
    throw new Error("undone");
  });
  await expect(failing).rejects.toThrow("undone");
  expect(await verifyAuditLog({ actor })).toEqual({ entryCount: 0, headHash: null, brokenAt: null });
});

test.each(["update audit_log set object_name = 'x'", "delete from audit_log", "truncate audit_log"])(
  "the database refuses: %s",
  async (statement) => {
    await recordAuditEntry(entry("Sales"));
    await expect(sqlClient.unsafe(statement)).rejects.toThrow("insert-only");
  },
);

test.each([
  ["changed", "update audit_log set object_name = 'x' where seq = 3", 3],
  ["given to somebody else", "update audit_log set actor_name = 'x' where seq = 2", 2],
  ["taken out", "delete from audit_log where seq = 2", 3],
  ["taken out at the beginning", "delete from audit_log where seq = 1", 2],
])("verification finds an entry that was %s behind the triggers' back", async (_, statement, brokenAt) => {
  for (const name of ["a", "b", "c", "d"]) await recordAuditEntry(entry(name));
  await tamper(statement);
  expect((await verifyAuditLog({ actor })).brokenAt).toBe(brokenAt);
});
