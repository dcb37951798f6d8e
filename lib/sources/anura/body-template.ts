import { ANURA_FIELDS } from "./fields";

/** The body to paste into Anura's panel: every field as its variable, and the campaign's number as it is. */
export function anuraBodyTemplate(campaignId: number): string {
  const body = ANURA_FIELDS.map(({ name, variable }) => [name, variable === null ? campaignId : `{{ ${variable} }}`]);
  return JSON.stringify(Object.fromEntries(body), null, 2);
}
