import { beforeAll, describe, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { archiveCampaign } from "@/lib/campaigns/archive-campaign";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import type { CreatedConnection } from "@/lib/connections/create-connection";
import { createConnection } from "@/lib/connections/create-connection";
import { updateConnection } from "@/lib/connections/update-connection";
import { replayDelivery } from "@/lib/reception/replay-delivery";
import { callOf, deliveryOf, form, get, makeAriaSender, outcomeOf, post } from "./testing/aria-sender";

let campaignId = 0;
let connection: CreatedConnection;
let ariaBody: Awaited<ReturnType<typeof makeAriaSender>>["ariaBody"];
beforeAll(async () => {
  ({ campaignId, connection, ariaBody } = await makeAriaSender());
});

describe("the campaign", () => {
  test("a campaign of theirs becomes one of ours by its name, once, however many calls bring it at once", async () => {
    const fields = { campaign_id: "CA-77", campaign_name: "Solar Florida" };
    const answers = await Promise.all(Array.from({ length: 20 }, () => post(ariaBody(fields))));
    const ids = new Set(await Promise.all(answers.map(async ({ body }) => (await callOf(body.call_id))?.campaign_id)));
    expect(ids.size).toBe(1);
    const made =
      await sqlClient`select c.id, s.source from campaigns c join campaign_sources s on s.campaign_id = c.id where name = 'Solar Florida'`;
    expect(made).toEqual([{ id: [...ids][0], source: "aria" }]);
  });

  test("where the connection makes none, calls of campaigns that are not mapped go to its own, and are there to be mapped", async () => {
    const own = await createConnection({ actor: "system", name: "Careful", campaignId, makesCampaigns: false });
    const answer = await post(ariaBody({ api_key: own.key, connection_id: own.publicId, campaign_id: "CA-1", campaign_name: "Roofs" }));
    expect(await callOf(answer.body.call_id)).toMatchObject({ campaign_id: campaignId });
    expect(
      await sqlClient`select external_id, external_name, campaign_id from connection_campaigns where connection_id = ${own.id}`,
    ).toEqual([{ external_id: "CA-1", external_name: "Roofs", campaign_id: null }]);
  });

  test("a call that learns its campaign later moves there, with its outcome", async () => {
    const body = ariaBody();
    const first = await post(body);
    expect(await callOf(first.body.call_id)).toMatchObject({ campaign_id: campaignId });
    await post({ ...body, campaign_id: "CA-late", campaign_name: "Late" });
    const moved = await callOf(first.body.call_id);
    expect(moved?.campaign_id).not.toBe(campaignId);
    expect(await outcomeOf(first.body.call_id)).toMatchObject({ campaign_id: moved?.campaign_id, external_campaign_name: "Late" });
  });

  test("an archived campaign refuses its calls, which are kept and can be replayed into another", async () => {
    const { id } = await createCampaign({ actor: "system", name: "Over", source: "aria" });
    const own = await createConnection({ actor: "system", name: "Of an ended campaign", campaignId: id });
    await archiveCampaign({ actor: "system", id });
    await expect
      .poll(async () => (await post(ariaBody({ api_key: own.key, connection_id: own.publicId }))).body.error?.code)
      .toBe("campaign_archived");
    const refused = await post(ariaBody({ api_key: own.key, connection_id: own.publicId }));
    const replayed = await replayDelivery({ actor: "system", id: refused.body.receipt_id, campaignId });
    expect(replayed).toMatchObject({ status: 200, body: { status: "accepted" } });
    expect(await callOf(String(replayed.body.call_id))).toMatchObject({ campaign_id: campaignId });
  });
});

describe("query pixels", () => {
  test("a GET is 405 unless the connection allows it; a known sender's is kept and can be replayed", async () => {
    expect((await get("")).status).toBe(405);
    expect((await get("?api_key=aud_x&connection_id=y")).status).toBe(401);
    const refused = await get(`?${form(ariaBody())}`);
    expect(refused).toMatchObject({ status: 405, body: { error: { code: "pixels_not_allowed" } } });
    const stored = await deliveryOf(refused.body.receipt_id);
    expect(stored).toMatchObject({ verdict: "refused", reason: "pixels_not_allowed" });
    expect(stored?.raw.toString()).not.toContain(connection.key);
    const replayed = await replayDelivery({ actor: "system", id: refused.body.receipt_id });
    expect(replayed).toMatchObject({ status: 200, body: { status: "accepted" } });
  });

  test("a lost + is put back, and an address that was cut is never fetched", async () => {
    const own = await createConnection({ actor: "system", name: "Pixels", campaignId, takesPixels: false });
    await updateConnection({ actor: "system", id: own.id, takesPixels: true });
    const credentials = `api_key=${own.key}&connection_id=${own.publicId}&call_date=2026-11-20T12:00:00-05:00`;
    const whole = await get(
      `?${credentials}&call_instance_id=p1&caller_id=+13055550123&recording=https%3A%2F%2Fr.example%2Fa.mp3%3Fsig%3D1%26e%3D2`,
    );
    expect(await callOf(whole.body.call_id)).toMatchObject({
      calling: "+13055550123",
      calling_normalized: "+13055550123",
      recording_url: "https://r.example/a.mp3?sig=1&e=2",
      recording_status: "pending",
    });
    for (const recording of ["https://r.example/a.mp3?sig=1&exp=2", "https://r.example/a.mp3?"]) {
      const cut = await get(`?${credentials}&call_instance_id=${encodeURIComponent(recording)}&recording=${recording}&duration=9`);
      expect(await callOf(cut.body.call_id)).toMatchObject({ recording_status: "none", recording_url: null });
      const { warnings } = (await deliveryOf(cut.body.receipt_id)) ?? {};
      expect(warnings).toContainEqual(expect.objectContaining({ path: "recording", code: "recording_cut" }));
    }
  });
});
