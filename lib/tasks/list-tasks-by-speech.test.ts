import { beforeAll, expect, test } from "vitest";
import { makeCampaign, makeOperator, makeTask } from "@/db/testing/make-task";
import { makeTranscript } from "@/db/testing/make-transcript";
import type { Viewer } from "@/lib/auth/viewer";
import { HIT_END, HIT_START } from "@/lib/transcripts/snippet";
import { listTasks } from "./list-tasks";

const admin: Viewer = { userId: "0199a1b2-0000-7000-8000-000000000001", role: "admin", campaignIds: [], operatorId: null };
const taskIds = new Map<string, string>();
let campaignId = 0;

beforeAll(async () => {
  campaignId = await makeCampaign();
  const operatorId = await makeOperator("Cancela Pérez");
  await say("refund", ["Buenos días.", "Quiero cancelar mi suscripción", "¿Por qué quiere cancelarla?"]);
  await say("accents", ["La facturación de octubre está mal"]);
  await say("english", ["I want to cancel my subscriptions"], "en");
  await say("portuguese", ["A instalação foi cancelada"], "pt");
  taskIds.set("named", (await makeTask({ campaignId, operatorId })).taskId);
});

async function say(name: string, said: string[], language: "es" | "en" | "pt" = "es"): Promise<void> {
  const { taskId } = await makeTask({ campaignId });
  await makeTranscript({ taskId, said, transcript: { language } });
  taskIds.set(name, taskId);
}

async function found(text: string, viewer = admin) {
  const { items } = await listTasks({ viewer, filters: { text }, limit: 100 });
  return items.map((item) => ({ name: [...taskIds].find(([, id]) => id === item.id)?.[0], snippet: item.snippet }));
}
const namesOf = async (text: string, viewer?: Viewer) => (await found(text, viewer)).map(({ name }) => name).sort();

test("words are found in any form and whatever their accents, in the language of the call", async () => {
  for (const text of ["facturación", "facturacion", "facturaciones", "FACTURA"]) expect(await namesOf(text)).toEqual(["accents"]);
  expect(await namesOf("factura octubre")).toEqual(["accents"]);
  expect(await namesOf("subscription")).toEqual(["english"]);
  expect(await namesOf("instalacao")).toEqual(["portuguese"]);
  expect(await namesOf("cancelar suscripciones")).toEqual(["refund"]);
  expect(await namesOf('"mi suscripción"')).toEqual(["refund"]);
  expect(await namesOf("suscripción días")).toEqual([]);
});

test("what is said stands beside whose name it is", async () => {
  expect(await namesOf("cancela")).toEqual(expect.arrayContaining(["named", "refund"]));
});

test("the words around it are shown, with the second at which it is said first", async () => {
  const [{ snippet } = { snippet: null }] = await found("cancelar suscripción");
  expect(snippet).toEqual({
    text: `Quiero ${HIT_START}cancelar${HIT_END} mi ${HIT_START}suscripción${HIT_END}`,
    seconds: 5,
    hitCount: 1,
  });
  expect((await found("Pérez"))[0]?.snippet).toBeNull();
});

test("nobody finds what is said in calls that they do not see", async () => {
  const outsider: Viewer = { ...admin, role: "auditor", campaignIds: [campaignId + 1] };
  expect(await namesOf("facturación", outsider)).toEqual([]);
  expect(await namesOf("facturación", { ...outsider, campaignIds: [campaignId] })).toEqual(["accents"]);
});

test("text that no language can make a query of finds nothing and breaks nothing", async () => {
  for (const text of ["de la", '"""', "a & | !", "\u0000x\u0000y", "ñ".repeat(500)]) expect(await namesOf(text)).toEqual([]);
});
