import { expect, test } from "vitest";
import { anuraBodyTemplate } from "./body-template";
import { ANURA_FIELDS } from "./fields";
import { anuraBody } from "./testing/anura-body";
import { readBody } from "./testing/read-body";
import { readCall } from "./testing/read-call";

test("the template is JSON with thirteen variables and the campaign's number without quotes", () => {
  const template = anuraBodyTemplate(7);
  expect(template.split("\n")).toHaveLength(16);
  expect(template).toContain('  "dialtime": "{{ dialtime }}",\n');
  expect(template).toContain('\n  "campaign_id": 7\n}');
  expect(template.match(/"\w+": "\{\{ \w+ \}\}"/g)).toHaveLength(13);
  expect(Object.keys(JSON.parse(template))).toEqual(ANURA_FIELDS.map(({ name }) => name));
});

test("the template with its variables replaced is a delivery, and as it is it names no call", async () => {
  const values = anuraBody();
  const filled = anuraBodyTemplate(7).replace(/\{\{ (\w+) \}\}/g, (_, name) => String(values[name]));
  expect(await readCall(filled)).toMatchObject({ campaignId: 7, operatorName: "Mar\u00eda L\u00f3pez" });
  expect(await readBody(anuraBodyTemplate(7))).toMatchObject({ outcome: "refused", code: "invalid_fields", campaignId: 7 });
});
