import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Role } from "@/db/enums";
import { makeCampaign, makeOperator, makeTask, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { createTag } from "./create-tag";
import { deleteTag } from "./delete-tag";
import { listCampaignTags } from "./list-campaign-tags";
import { listTaskTags } from "./list-task-tags";
import { MAX_TAGS_OF_CAMPAIGN, tagInput } from "./tag-input";
import { tagTask } from "./tag-task";
import { untagTask } from "./untag-task";
import { updateTag } from "./update-tag";

const NOT_FOUND = { code: "not_found" };
const userId = await makeUser();
const admin = viewerOf("admin");

function viewerOf(role: Role, campaignIds: number[] = [], operatorId: string | null = null): Viewer {
  return { userId, role, campaignIds, operatorId };
}

const entriesOf = (objectId: string) =>
  sqlClient`select action, object_name as name, details from audit_log where object_id = ${objectId} order by seq`.then((rows) => [
    ...rows,
  ]);
const namesOf = async (campaignId: number) => (await listCampaignTags({ viewer: admin, campaignId })).map(({ name }) => name);
const taggerOf = async (taskId: string) =>
  sqlClient`select tag_id as id from task_tags where task_id = ${taskId} order by tag_id`.then((rows) => rows.map(({ id }) => id));

/** Made by the installation, so that no audit entry wants a person. */
const make = (campaignId: number, name: string) => createTag({ actor: "system", campaignId, name });

test("admins and supervisors of a campaign keep its tags, auditors see them, and for anybody else there are none", async () => {
  const campaignId = await makeCampaign();
  const supervisor = viewerOf("supervisor", [campaignId]);
  const { id } = await createTag({ actor: supervisor, campaignId, name: "Complaint" });
  await updateTag({ actor: supervisor, id, name: "Claim" });
  const auditor = viewerOf("auditor", [campaignId]);
  expect(await listCampaignTags({ viewer: auditor, campaignId })).toEqual([{ id, name: "Claim", description: "", taskCount: 0 }]);

  const others = [viewerOf("supervisor"), viewerOf("supervisor", [campaignId + 1]), viewerOf("auditor"), viewerOf("agent", [campaignId])];
  for (const viewer of others) await expect(listCampaignTags({ viewer, campaignId })).rejects.toMatchObject(NOT_FOUND);
  for (const actor of [...others, auditor]) {
    await expect(createTag({ actor, campaignId, name: "Mine" })).rejects.toMatchObject(NOT_FOUND);
    await expect(updateTag({ actor, id, name: "Mine" })).rejects.toMatchObject(NOT_FOUND);
    await expect(deleteTag({ actor, id })).rejects.toMatchObject(NOT_FOUND);
  }
  for (const wrong of ["nonsense", crypto.randomUUID()])
    await expect(deleteTag({ actor: admin, id: wrong })).rejects.toMatchObject(NOT_FOUND);
  await expect(createTag({ actor: admin, campaignId: 2_000_000_000, name: "X" })).rejects.toMatchObject(NOT_FOUND);
  expect(await namesOf(campaignId)).toEqual(["Claim"]);
  await deleteTag({ actor: admin, id });
  expect((await entriesOf(id)).map(({ action, name }) => [action, name])).toEqual([
    ["tag.created", "Complaint"],
    ["tag.updated", "Claim"],
    ["tag.deleted", "Claim"],
  ]);
});

test("a campaign has one tag of a name whatever its case and accents, also when many are made at once", async () => {
  const [campaignId, other] = [await makeCampaign(), await makeCampaign()];
  const spellings = ["Atención", "ATENCION", "atención ", "atencio\u0301n", "Atención", "atencion"];
  const made = await Promise.allSettled(spellings.map((name) => make(campaignId, tagInput.parse({ name }).name)));
  expect(made.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
  for (const outcome of made) {
    if (outcome.status === "rejected") expect(outcome.reason).toMatchObject({ code: "conflict", details: { problem: "name_taken" } });
  }
  await make(other, "Atención");
  const { id } = await make(campaignId, "Venta");
  await expect(updateTag({ actor: admin, id, name: "atencion" })).rejects.toMatchObject({ details: { problem: "name_taken" } });
  await updateTag({ actor: admin, id, name: "VENTA", description: "When they buy." });
  expect((await entriesOf(id)).at(-1)?.details).toEqual({
    campaignId,
    name: { from: "Venta", to: "VENTA" },
    description: { from: "", to: "When they buy." },
  });
});

test("a campaign has a bounded number of tags", async () => {
  const campaignId = await makeCampaign();
  await sqlClient`insert into campaign_tags (id, campaign_id, name, match_key)
    select gen_random_uuid(), ${campaignId}, 'tag ' || n, 'tag ' || n from generate_series(1, ${MAX_TAGS_OF_CAMPAIGN}) as n`;
  await expect(make(campaignId, "one more")).rejects.toMatchObject({ code: "conflict", details: { problem: "too_many" } });
});

test("what is typed is cleaned and bounded before it is stored", () => {
  expect(tagInput.parse({ name: " Two\u0000\n words ", description: " a\0b " })).toEqual({ name: "Two words", description: "ab" });
  const errorsOf = (input: unknown) => tagInput.safeParse(input).error?.issues.map(({ message }) => message);
  for (const name of ["", " \n ", "\u0301"]) expect(errorsOf({ name })).toEqual(["name_missing"]);
  expect(errorsOf({ name: "n".repeat(61), description: "d".repeat(501) })).toEqual(["name_too_long", "description_too_long"]);
});

test("whoever sees a task as admin, supervisor or auditor marks it, once, with tags of its campaign only", async () => {
  const [campaignId, other] = [await makeCampaign(), await makeCampaign()];
  const operatorId = await makeOperator();
  const { taskId } = await makeTask({ campaignId, operatorId });
  const [tag, second, foreign] = [await make(campaignId, "Angry"), await make(campaignId, "Buyer"), await make(other, "Angry")];
  for (const actor of [admin, viewerOf("supervisor", [campaignId]), viewerOf("auditor", [campaignId])])
    await Promise.all([1, 2, 3].map(() => tagTask({ actor, taskId, tagId: tag.id })));
  expect(await taggerOf(taskId)).toEqual([tag.id]);
  expect(await listTaskTags({ viewer: admin, taskId })).toEqual([
    { id: tag.id, name: "Angry", description: "", isBorne: true },
    { id: second.id, name: "Buyer", description: "", isBorne: false },
  ]);

  const agent = viewerOf("agent", [campaignId], operatorId);
  expect(await listTaskTags({ viewer: agent, taskId })).toHaveLength(2);
  const strangers = [agent, viewerOf("supervisor", [other]), viewerOf("auditor"), viewerOf("agent")];
  for (const actor of strangers) {
    await expect(tagTask({ actor, taskId, tagId: second.id })).rejects.toMatchObject(NOT_FOUND);
    await expect(untagTask({ actor, taskId, tagId: tag.id })).rejects.toMatchObject(NOT_FOUND);
  }
  await expect(listTaskTags({ viewer: viewerOf("supervisor", [other]), taskId })).rejects.toMatchObject(NOT_FOUND);
  for (const tagId of [foreign.id, "nonsense", crypto.randomUUID()])
    await expect(tagTask({ actor: admin, taskId, tagId })).rejects.toMatchObject(NOT_FOUND);

  const auditor = viewerOf("auditor", [campaignId]);
  await untagTask({ actor: auditor, taskId, tagId: tag.id });
  await untagTask({ actor: auditor, taskId, tagId: tag.id });
  expect(await taggerOf(taskId)).toEqual([]);
  expect(await entriesOf(taskId)).toMatchObject([
    { action: "task.tagged", details: { added: "Angry", tagId: tag.id } },
    { action: "task.tagged", details: { removed: "Angry", tagId: tag.id } },
  ]);
});

test("a deleted tag leaves its tasks, and the log keeps how many bore it", async () => {
  const campaignId = await makeCampaign();
  const tag = await make(campaignId, "Short-lived");
  const tasks = await Promise.all([1, 2, 3].map(() => makeTask({ campaignId })));
  for (const { taskId } of tasks) await tagTask({ actor: "system", taskId, tagId: tag.id });
  expect(await listCampaignTags({ viewer: admin, campaignId })).toMatchObject([{ taskCount: 3 }]);
  expect(await deleteTag({ actor: admin, id: tag.id })).toEqual({ taskCount: 3 });
  expect(await namesOf(campaignId)).toEqual([]);
  for (const { taskId } of tasks) expect(await listTaskTags({ viewer: admin, taskId })).toEqual([]);
  expect((await entriesOf(tag.id)).at(-1)).toMatchObject({ action: "tag.deleted", details: { campaignId, taskCount: 3 } });
});
