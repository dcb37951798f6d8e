import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { inngest } from "../client";
import { serveFunctions } from "../contract/serve-functions";
import { eventually } from "../testing/eventually";

test("ids are forgotten after a day and ended runs after seven, in pieces, and nothing else goes", async () => {
  await sqlClient`insert into engine.seen_keys (key, seen_at) select 'old:' || n, now() - interval '25 hours' from generate_series(1, 2500) as n`;
  await sqlClient`insert into engine.seen_keys (key, seen_at) values ('young', now() - interval '23 hours')`;
  await sqlClient`
    insert into engine.runs (id, function_id, events, lane, status, ended_at)
    select gen_random_uuid(), age, '[]', '-', 'completed', now() - age::interval from unnest(array['8 days', '8 days', '6 days']) as age`;
  await sqlClient`
    insert into engine.steps (run_id, id, op, name, is_done, memo, position) select id, 'a', 'StepRun', 'a', true, '{"data":1}', 1 from engine.runs`;
  await sqlClient`
    insert into engine.runs (id, function_id, events, lane, created_at) values (gen_random_uuid(), 'asleep', '[]', '-', now() - interval '30 days')`;
  await sqlClient`
    insert into engine.steps (run_id, id, op, name, is_done, due_at)
    select id, 'nap', 'Sleep', 'nap', false, now() + interval '1 year' from engine.runs where function_id = 'asleep'`;

  const idle = inngest.createFunction({ id: "idle", triggers: [{ event: "idle/asked" }] }, () => undefined);
  const engines = await serveFunctions({ functions: [idle], settings: { sweepMs: 20 } });
  await eventually(async () => expect(await sqlClient`select key from engine.seen_keys`).toEqual([{ key: "young" }]), { timeout: 10_000 });
  await eventually(async () =>
    expect(await sqlClient`select function_id from engine.runs order by 1`).toEqual([{ function_id: "6 days" }, { function_id: "asleep" }]),
  );
  expect(await sqlClient`select id from engine.steps order by 1`).toEqual([{ id: "a" }, { id: "nap" }]);
  await engines.stop();
});
