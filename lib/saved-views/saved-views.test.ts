import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { createSavedView } from "./create-saved-view";
import { deleteSavedView } from "./delete-saved-view";
import { listSavedViews } from "./list-saved-views";
import { savedViewInput } from "./saved-view-input";

let admin: Viewer;
let supervisor: Viewer;
let auditor: Viewer;

beforeAll(async () => {
  const viewerOf = async (role: Viewer["role"]) => ({
    userId: await makeUser({ role, name: role }),
    role,
    campaignIds: [],
    operatorId: null,
  });
  [admin, supervisor, auditor] = await Promise.all([viewerOf("admin"), viewerOf("supervisor"), viewerOf("auditor")]);
});

const view = (name: string, isShared = false) => ({ list: "tasks" as const, name, query: "status=failed", isShared });
const namesOf = async (viewer: Viewer) => (await listSavedViews({ viewer, list: "tasks" })).map(({ name }) => name);

test("a view is seen by whoever made it, and by all once it is shared", async () => {
  await createSavedView({ viewer: supervisor, ...view("Failed of mine") });
  await createSavedView({ viewer: supervisor, ...view("Failed", true) });
  expect(await namesOf(supervisor)).toEqual(["Failed", "Failed of mine"]);
  expect(await listSavedViews({ viewer: auditor, list: "tasks" })).toMatchObject([
    { name: "Failed", isOwn: false, ownerName: "supervisor", query: "status=failed" },
  ]);
  expect(await listSavedViews({ viewer: supervisor, list: "deliveries" })).toEqual([]);
  const [entry] = await sqlClient`select action, object_name as name from audit_log where actor_id = ${supervisor.userId}`;
  expect(entry).toEqual({ action: "view.shared", name: "Failed" });
});

test("only admins and supervisors share, and the same name twice is a conflict", async () => {
  await expect(createSavedView({ viewer: auditor, ...view("Mine", true) })).rejects.toMatchObject({ code: "not_found" });
  await createSavedView({ viewer: auditor, ...view("Mine") });
  await expect(createSavedView({ viewer: auditor, ...view("Mine") })).rejects.toMatchObject({ code: "conflict" });
});

test("one deletes one's own views, and an admin those that are shared; others' are not there", async () => {
  const own = await createSavedView({ viewer: supervisor, ...view("To delete") });
  const shared = await createSavedView({ viewer: supervisor, ...view("Shared to delete", true) });
  for (const viewer of [auditor, admin]) await expect(deleteSavedView({ viewer, id: own.id })).rejects.toMatchObject({ code: "not_found" });
  await expect(deleteSavedView({ viewer: auditor, id: shared.id })).rejects.toMatchObject({ code: "not_found" });
  await deleteSavedView({ viewer: admin, id: shared.id });
  await deleteSavedView({ viewer: supervisor, id: own.id });
  await expect(deleteSavedView({ viewer: supervisor, id: "nonsense" })).rejects.toMatchObject({ code: "not_found" });
});

test("what is kept of an address is its filters: no page, no control characters in the name", () => {
  const parsed = savedViewInput.parse({ name: " Failed\u0000calls ", query: "?status=failed&page=abc&q=%22x", isShared: false });
  expect(parsed).toEqual({ name: "Failed calls", query: "status=failed&q=%22x", isShared: false });
  expect(savedViewInput.safeParse({ name: "  ", query: "", isShared: false }).error?.issues[0]?.message).toBe("name_missing");
});
