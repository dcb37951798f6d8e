import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { takeInCall } from "@/lib/operators/testing/take-in-call";
import { assignLateOperators } from "./assign-late-operators";

let campaignId = 0;
beforeAll(async () => {
  ({ id: campaignId } = await createCampaign({ actor: "system", name: "Late names", source: "aria" }));
});

const nameCall = (callId: string, name: string) => sqlClient`update calls set operator_name = ${name} where id = ${callId}`;
const operatorsOf = async (callId: string) =>
  (
    await sqlClient`select o.name, ot.name as "ofTask", c.operator_name as sent from calls c left join operators o on o.id = c.operator_id
      join tasks t on t.call_id = c.id left join operators ot on ot.id = t.operator_id where c.id = ${callId}`
  )[0];

test("a name that comes after the recording gives call and task their operator, once", async () => {
  const { callId } = await takeInCall({ campaignId, operatorName: "" });
  expect(await assignLateOperators({ limit: 10 })).toBe(0);
  await nameCall(callId, "José  Pérez");
  expect(await assignLateOperators({ limit: 10 })).toBe(1);
  expect(await operatorsOf(callId)).toMatchObject({ name: "José Pérez", ofTask: "José Pérez" });
  expect(await assignLateOperators({ limit: 10 })).toBe(0);
});

test("an operator whom somebody has given to the task stays, and a name that means nobody is looked at once", async () => {
  const { callId } = await takeInCall({ campaignId, operatorName: "" });
  await sqlClient`update tasks set operator_id = (select id from operators where name = 'José Pérez') where call_id = ${callId}`;
  await nameCall(callId, "Ana");
  const nobody = await takeInCall({ campaignId, operatorName: "" });
  await nameCall(nobody.callId, "ras_201");
  expect(await assignLateOperators({ limit: 10 })).toBe(2);
  expect(await operatorsOf(callId)).toMatchObject({ name: "Ana", ofTask: "José Pérez" });
  expect(await operatorsOf(nobody.callId)).toMatchObject({ name: null, ofTask: null, sent: "" });
  expect(await assignLateOperators({ limit: 10 })).toBe(0);
});
