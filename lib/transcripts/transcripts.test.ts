import { beforeAll, beforeEach, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import { makeTranscript } from "@/db/testing/make-transcript";
import type { Viewer } from "@/lib/auth/viewer";
import { createUser } from "@/lib/users/create-user";
import { changeSpeakers, speakersInput } from "./change-speakers";
import { correctSegment } from "./correct-segment";
import { getTranscript } from "./get-transcript";

let campaignId = 0;
let admin: Viewer;
let taskId = "";
let segmentId = "";
beforeAll(async () => {
  campaignId = await makeCampaign();
  const { id: userId } = await createUser({
    email: "corrects@example.com",
    name: "Corrects",
    role: "admin",
    password: "pasto verde nube 7",
  });
  admin = { userId, role: "admin", campaignIds: [], operatorId: null };
});
beforeEach(async () => {
  ({ taskId } = await makeTask({ campaignId }));
  const words: [string, number, number][] = [["ola", 0, 500]];
  const { segmentIds } = await makeTranscript({ taskId, said: [{ text: "ola", words }, "Buenos días"] });
  segmentId = segmentIds[0] ?? "";
});
const lines = async () => (await getTranscript({ viewer: admin, taskId })).transcript?.segments;

test("a transcript is read from its beginning, by those who may see the task", async () => {
  expect((await lines())?.map(({ text, startMs }) => [text, startMs])).toEqual([
    ["ola", 0],
    ["Buenos días", 5_000],
  ]);
  const operatorId = await makeOperator();
  const agent: Viewer = { ...admin, role: "agent", operatorId };
  await expect(getTranscript({ viewer: agent, taskId })).rejects.toMatchObject({ code: "not_found" });
  await sqlClient`update tasks set operator_id = ${operatorId} where id = ${taskId}`;
  expect((await getTranscript({ viewer: agent, taskId })).transcript?.segments).toHaveLength(2);
});

test("a correction is found from then on, the first text stays, and typing it again takes the correction back", async () => {
  await correctSegment({ viewer: admin, taskId, segmentId, text: "  Hola,\n facturación " });
  expect((await lines())?.[0]).toMatchObject({ text: "Hola, facturación", originalText: "ola", words: null });
  const [found] =
    await sqlClient`select search @@ speech_query('facturacion') as hit, corrected_by as "by" from segments where id = ${segmentId}`;
  expect(found).toMatchObject({ hit: true, by: admin.userId });
  await correctSegment({ viewer: admin, taskId, segmentId, text: "Hola" });
  expect((await lines())?.[0]).toMatchObject({ text: "Hola", originalText: "ola" });
  await correctSegment({ viewer: admin, taskId, segmentId, text: "ola" });
  expect((await lines())?.[0]).toMatchObject({ text: "ola", originalText: null });
  const entries = await sqlClient`select action from audit_log where object_kind = 'task' and object_id = ${taskId}`;
  expect(entries).toHaveLength(3);
});

test("nobody corrects to nothing, another task's line, or as an agent", async () => {
  await expect(correctSegment({ viewer: admin, taskId, segmentId, text: " \n " })).rejects.toMatchObject({ code: "invalid" });
  const other = await makeTask({ campaignId });
  await expect(correctSegment({ viewer: admin, taskId: other.taskId, segmentId, text: "x" })).rejects.toMatchObject({ code: "not_found" });
  const operatorId = await makeOperator();
  await sqlClient`update tasks set operator_id = ${operatorId} where id = ${taskId}`;
  const agent: Viewer = { ...admin, role: "agent", operatorId };
  await expect(correctSegment({ viewer: agent, taskId, segmentId, text: "x" })).rejects.toMatchObject({ code: "not_found" });
  await expect(changeSpeakers({ viewer: agent, taskId, speakers: [] })).rejects.toMatchObject({ code: "not_found" });
});

test("speakers are swapped and named, all of them or none", async () => {
  const speakers = speakersInput.parse([
    { role: "customer", name: " Ana\u0000 " },
    { role: "agent", name: " " },
  ]);
  await changeSpeakers({ viewer: admin, taskId, speakers });
  const { transcript } = await getTranscript({ viewer: admin, taskId });
  expect(transcript?.speakers).toEqual([
    { role: "customer", name: "Ana" },
    { role: "agent", name: null },
  ]);
  await expect(changeSpeakers({ viewer: admin, taskId, speakers: speakers.slice(1) })).rejects.toMatchObject({ code: "invalid" });
  expect(speakersInput.safeParse([{ role: "boss", name: null }]).success).toBe(false);
});
