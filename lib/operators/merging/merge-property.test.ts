import fc from "fast-check";
import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeOperator } from "@/db/testing/make-task";
import { AppError } from "@/lib/errors";
import { takeInCall } from "../testing/take-in-call";
import { mergeOperators } from "./merge-operators";
import { undoOperatorMerge } from "./undo-operator-merge";

type Act = { kind: "merge"; source: number; target: number } | { kind: "undo"; merge: number } | { kind: "call"; name: number };

const actor = "system" as const;
const index = fc.nat({ max: 2 });
const act: fc.Arbitrary<Act> = fc.oneof(
  fc.record({ kind: fc.constant("merge" as const), source: index, target: index }),
  fc.record({ kind: fc.constant("undo" as const), merge: fc.nat({ max: 5 }) }),
  fc.record({ kind: fc.constant("call" as const), name: index }),
);
let campaignId: number;
let run = 0;

beforeAll(async () => {
  campaignId = await makeCampaign();
});

/** What an act does, or that it was refused in words. */
async function attempt(doing: Promise<unknown>): Promise<void> {
  await doing.catch((error: unknown) => {
    if (!(error instanceof AppError) || error.code !== "conflict") throw error;
  });
}

async function aliasesOf(ids: string[]) {
  return sqlClient`select match_key, operator_id from operator_aliases where operator_id = any(${ids}::uuid[]) order by 1`;
}

test("whatever is merged and undone while calls arrive, each call is of one operator who is there, and undoing all restores the start", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(act, { minLength: 3, maxLength: 14 }), async (acts) => {
      run += 1;
      const names = ["A", "B", "C"].map((letter) => `Run ${run} of ${letter}`);
      const ids = [];
      for (const name of names) ids.push(await makeOperator(name));
      const calls: { callId: string; name: number }[] = [];
      const takeIn = async (name: number) => {
        const { callId } = await takeInCall({ campaignId, operatorName: names[name] ?? "" });
        calls.push({ callId, name });
      };
      for (const name of [0, 1, 2]) await takeIn(name);
      const merges: string[] = [];

      for (const one of acts) {
        if (one.kind === "call") await takeIn(one.name);
        else if (one.kind === "undo") await attempt(undoOperatorMerge({ actor, mergeId: merges[one.merge] ?? "" }).catch(ignoreMissing));
        else {
          const merging = mergeOperators({ actor, sourceId: ids[one.source] ?? "", targetId: ids[one.target] ?? "" });
          await attempt(merging.then(({ mergeId }) => merges.push(mergeId)));
        }
        expect(await strays(ids)).toEqual([]);
      }

      for (const mergeId of merges.reverse()) await attempt(undoOperatorMerge({ actor, mergeId }));
      const owners = await sqlClient<{ id: string; operatorId: string; ofTask: string }[]>`
        select calls.id, calls.operator_id as "operatorId", tasks.operator_id as "ofTask" from calls join tasks on tasks.call_id = calls.id
        where calls.operator_id = any(${ids}::uuid[])`;
      expect(owners).toHaveLength(calls.length);
      for (const { callId, name } of calls)
        expect(owners.find(({ id }) => id === callId)).toMatchObject({ operatorId: ids[name], ofTask: ids[name] });
      expect(await sqlClient`select 1 from operators where id = any(${ids}::uuid[]) and merged_into_id is not null`).toEqual([]);
      expect(await aliasesOf(ids)).toEqual([]);
    }),
    { numRuns: 15 },
  );
}, 120_000);

function ignoreMissing(error: unknown): void {
  if (!(error instanceof AppError) || error.code !== "not_found") throw error;
}

/** Calls and tasks of somebody who was merged away, or whose call and task disagree. */
async function strays(ids: string[]) {
  return sqlClient`
    select calls.id from calls join tasks on tasks.call_id = calls.id join operators on operators.id = calls.operator_id
    where operators.id = any(${ids}::uuid[]) and (operators.merged_into_id is not null or tasks.operator_id <> calls.operator_id)`;
}
