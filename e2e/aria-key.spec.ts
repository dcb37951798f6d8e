import type { Page } from "@playwright/test";
import { findSecret } from "./fixtures/find-secret";
import { expect, test } from "./fixtures/test";

const CALL_DATE = "11/20/2026 12:00:00 PM";

test("the key of a connection is nowhere: not in the database's files or rows, not in logs, not on any screen", async ({
  page,
  request,
  database,
  given,
  signInAs,
}) => {
  const campaignId = await given.campaign("Secret keeping", "aria");
  const { key, publicId } = await given.connection("Secret keeping", campaignId, { takesPixels: true });
  const credentials = { api_key: key, connection_id: publicId };
  const call = (name: string) => ({ ...credentials, call_instance_id: name, call_date: CALL_DATE });
  const query = (name: string) => new URLSearchParams(call(name)).toString();
  const post = (data: string, contentType = "application/json", headers: Record<string, string> = {}) =>
    request.post("/webhook/aria", { data: Buffer.from(data), headers: { "content-type": contentType, ...headers } });
  const answers = [
    await post(JSON.stringify(call("k1"))),
    await post(JSON.stringify(call("k2")).replace("aud_", "\\u0061ud_")),
    await post(query("k3"), "application/x-www-form-urlencoded"),
    await request.get(`/webhook/aria/?${query("k4")}`),
    await post(JSON.stringify({ ...call("k5"), buyer_name: key, referrer_url: `https://x.example/?${key}`, [key]: 1, deep: [{ key }] })),
    await post(JSON.stringify(call("k6")), "application/json", { "user-agent": `sender ${key}`, referer: `https://x.example/?k=${key}` }),
    await post(`${JSON.stringify(call("k7")).slice(0, -1)},}`),
    await post(JSON.stringify({ ...call("k8"), call_date: key })),
    await post(JSON.stringify({ ...call("k9"), connection_id: "con_of_nobody" })),
    await post(JSON.stringify({ ...call("k10"), note: "x".repeat(300_000) })),
  ];
  expect(answers.map((answer) => answer.status())).toEqual([200, 200, 200, 200, 200, 200, 400, 422, 401, 413]);

  await signInAs("admin");
  const deliveries = await database<{ id: string }[]>`select id from deliveries where source = 'aria' and api_key_id in
    (select id from api_keys where last4 = ${key.slice(-4)} and scope = 'connection') order by received_at`;
  expect(deliveries.length).toBeGreaterThanOrEqual(8);
  const places = ["/dashboard/reception", "/dashboard/settings/api-keys", `/dashboard/campaigns/${campaignId}/audio-sources`];
  for (const place of [...places, ...deliveries.map(({ id }) => `/dashboard/reception/${id}`)]) await expectNoKey(page, place, key);

  // The control: what was looked through would have shown it.
  expect(await findSecret({ secret: publicId, database, folders: FOLDERS })).toEqual(
    expect.arrayContaining([expect.stringContaining("deliveries")]),
  );
  expect(await findSecret({ secret: key, database, folders: FOLDERS })).toEqual([]);
  expect(await findSecret({ secret: key.slice(4, 30), database, folders: FOLDERS })).toEqual([]);
});

const FOLDERS = [process.env.E2E_DATA_DIR ?? "", "test-results"];

async function expectNoKey(page: Page, place: string, key: string): Promise<void> {
  const answer = await page.goto(place);
  expect(answer?.ok(), place).toBe(true);
  expect(await answer?.text(), place).not.toContain(key);
  expect(await page.content(), place).not.toContain(key);
}
