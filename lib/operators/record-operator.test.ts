import { eq, sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll, beforeEach, describe, expect, test } from "vitest";
import { db } from "@/db/client";
import { operatorAliases, operators } from "@/db/schema";
import { env } from "@/lib/env";
import { findOperator } from "./find-operator";
import { operatorMatchKey } from "./operator-match-key";
import { recordOperator } from "./record-operator";

beforeEach(async () => {
  await db.delete(operators);
});

async function insertOperator(name: string) {
  const [row] = await db
    .insert(operators)
    .values({ name, matchKey: operatorMatchKey(name), origin: "manual" })
    .returning({ id: operators.id });
  if (!row) throw new Error("no row");
  return row.id;
}

async function insertAlias(name: string, operatorId: string) {
  await db.insert(operatorAliases).values({ name, matchKey: operatorMatchKey(name), operatorId });
}

test("a new name makes an operator under the name as it is shown, and its other spellings find it", async () => {
  const made = await recordOperator({ name: "  Jos\u00e9   P\u00e9rez " });
  expect(await recordOperator({ name: "JOSE  perez" })).toEqual(made);
  const rows = await db.select().from(operators);
  expect(rows).toMatchObject([{ id: made?.operatorId, name: "Jos\u00e9 P\u00e9rez", matchKey: "jose perez", origin: "automatic" }]);
  expect(await findOperator({ name: "jos\u00e9 p\u00c9rez" })).toEqual({ operatorId: made?.operatorId, name: "Jos\u00e9 P\u00e9rez" });
});

test.each(["", "   ", "\0", "\u200b", "201", "ras_201", "sip:maria@pbx", "SIP/201", "ext 201"])("%j makes nobody", async (name) => {
  expect(await recordOperator({ name })).toBeNull();
  expect(await db.$count(operators)).toBe(0);
});

test("an alias comes before a name, so that a merge can send a name elsewhere", async () => {
  const ana = await insertOperator("Ana");
  const luz = await insertOperator("Luz");
  await insertAlias("Luz", ana);
  await insertAlias("Anita", ana);
  expect(await recordOperator({ name: "LUZ" })).toEqual({ operatorId: ana });
  expect(await recordOperator({ name: "anita" })).toEqual({ operatorId: ana });
  expect(await findOperator({ name: "luz" })).toEqual({ operatorId: ana, name: "Ana" });
  await db.delete(operatorAliases).where(eq(operatorAliases.matchKey, "luz"));
  expect(await recordOperator({ name: "Luz" })).toEqual({ operatorId: luz });
});

test("a name of any length and script can be stored", async () => {
  for (const name of ["\ufdfa".repeat(5000), "\u{20000}".repeat(5000), "x\ud800\0y", "n".repeat(100_000)]) {
    const made = await recordOperator({ name });
    expect(await recordOperator({ name })).toEqual(made);
    expect(made).not.toBeNull();
  }
});

test("a name that is known costs no writes", async () => {
  await recordOperator({ name: "Ana" });
  const before = await db.select({ version: sql`xmin::text`, updatedAt: operators.updatedAt }).from(operators);
  for (let time = 0; time < 20; time++) await recordOperator({ name: "ana" });
  expect(await db.select({ version: sql`xmin::text`, updatedAt: operators.updatedAt }).from(operators)).toEqual(before);
});

describe("at once", () => {
  // A second pool stands for a second process.
  const other = postgres(env.DATABASE_URL ?? "", { max: 10 });
  afterAll(() => other.end());

  test("a hundred recordings of one name in many spellings are one operator", async () => {
    const spellings = ["Jos\u00e9 P\u00e9rez", "JOSE PEREZ", "jos\u00e9  perez", " Jose\u0301 P\u00e9rez "];
    const found = await Promise.all(Array.from({ length: 100 }, (_, index) => recordOperator({ name: spellings[index % 4] ?? "" })));
    expect(new Set(found.map((one) => one?.operatorId)).size).toBe(1);
    expect(await db.$count(operators)).toBe(1);
  });

  test("a name that another process is just committing is waited for, and found", async () => {
    const id = "0199a1b2-0000-7000-8000-000000000001";
    const { promise: isInserted, resolve: inserted } = Promise.withResolvers<void>();
    const { promise: mayCommit, resolve: commit } = Promise.withResolvers<void>();
    const transaction = other.begin(async (tx) => {
      await tx`insert into operators (id, name, match_key, origin) values (${id}, 'Ana', 'ana', 'automatic')`;
      inserted();
      await mayCommit;
    });
    await isInserted;
    const recording = recordOperator({ name: "Ana" });
    // Let it reach the lock that the open transaction holds before that one commits.
    await waitUntilBlocked();
    commit();
    await transaction;
    expect(await recording).toEqual({ operatorId: id });
  });

  test("inside a transaction it is part of it: rolled back, nobody was made", async () => {
    const failing = db.transaction(async (tx) => {
      await recordOperator({ name: "Ana" }, tx);
      throw new Error("rolled back");
    });
    await expect(failing).rejects.toThrow("rolled back");
    expect(await db.$count(operators)).toBe(0);
  });

  async function waitUntilBlocked() {
    for (let blocked = 0; blocked === 0; ) {
      const rows = await other<{ pid: number }[]>`
        select pid from pg_stat_activity where datname = current_database() and cardinality(pg_blocking_pids(pid)) > 0`;
      blocked = rows.length;
    }
  }
});
