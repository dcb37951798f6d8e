import { beforeAll, describe, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { createConnection } from "@/lib/connections/create-connection";
import { callOf, deliveryOf, form, makeAriaSender, outcomeOf, post } from "./testing/aria-sender";

let campaignId = 0;
let ariaBody: Awaited<ReturnType<typeof makeAriaSender>>["ariaBody"];
beforeAll(async () => {
  ({ campaignId, ariaBody } = await makeAriaSender());
});

describe("a delivery of SPEC 5", () => {
  test("all 36 fields come in, exact, as one call with its outcome and a recording to fetch", async () => {
    const body = ariaBody();
    expect(Object.keys(body)).toHaveLength(36);
    const answer = await post(body);
    expect(answer).toMatchObject({
      status: 200,
      body: { status: "accepted", receipt_id: expect.any(String), call_id: expect.any(String) },
    });
    expect(await callOf(answer.body.call_id)).toMatchObject({
      source: "aria",
      campaign_id: campaignId,
      external_id: body.call_instance_id,
      direction: "inbound",
      started_at: new Date("2026-11-20T17:00:00Z"),
      calling: "+13055550123",
      called: "+18005550199",
      duration_seconds: "107.000",
      billable_seconds: "95.000",
      operator_name: "Sample Agent",
      is_ended: true,
      recording_status: "pending",
    });
    expect(await outcomeOf(answer.body.call_id)).toMatchObject({
      campaign_id: campaignId,
      converted: true,
      is_duplicate: false,
      revenue: "45.0000",
      cost: "18.5000",
      payout: "15.0000",
      sale_amount: "199.9900",
      sale_count: "1.0000",
      ended_by: "caller",
      buyer_name: "Sample Buyer",
      publisher_name: "Sample Publisher",
      publisher_sub_id: "sub-42",
      state: "FL",
      zip_code: "02134",
      client_id: "1001",
      seconds_to_call: "3.000",
      seconds_to_connect: "9.000",
    });
    expect(await deliveryOf(answer.body.receipt_id)).toMatchObject({
      verdict: "accepted",
      reason: "",
      warnings: [],
      campaign_id: campaignId,
    });
  });

  test("the four required fields alone are enough: the outcome is stored, and nothing is fetched", async () => {
    const { api_key, connection_id, call_instance_id, call_date } = ariaBody();
    const answer = await post({ api_key, connection_id, call_instance_id, call_date });
    expect(answer).toMatchObject({ status: 200, body: { status: "accepted" } });
    expect(await callOf(answer.body.call_id)).toMatchObject({ recording_status: "none", operator_name: "", recording_url: null });
    expect(await outcomeOf(answer.body.call_id)).toMatchObject({ converted: null, revenue: null, is_duplicate: null });
    expect(await deliveryOf(answer.body.receipt_id)).toMatchObject({ verdict: "accepted", reason: "outcome_only" });
  });

  test.each([["application/x-www-form-urlencoded"], ["text/plain"]])("%s is read like JSON", async (contentType) => {
    const body = ariaBody();
    const answer = await post(contentType === "text/plain" ? `\uFEFF${JSON.stringify(body)}` : form(body), contentType);
    expect(answer).toMatchObject({ status: 200, body: { status: "accepted" } });
    expect(await outcomeOf(answer.body.call_id)).toMatchObject({ revenue: "45.0000", zip_code: "02134" });
  });

  test("a recording that comes in a later delivery is fetched then, and nothing said before is lost", async () => {
    const body = ariaBody();
    const first = await post({ ...body, recording: "" });
    expect(await callOf(first.body.call_id)).toMatchObject({ recording_status: "none" });
    const { api_key, connection_id, call_instance_id, call_date, recording } = body;
    const second = await post({ api_key, connection_id, call_instance_id, call_date, recording });
    expect(second.body).toMatchObject({ status: "accepted", call_id: first.body.call_id });
    expect(await callOf(first.body.call_id)).toMatchObject({ recording_status: "pending", recording_url: recording });
    expect(await outcomeOf(first.body.call_id)).toMatchObject({ revenue: "45.0000", converted: true });
  });

  test("what is missing or wrong among the required fields is named, all at once, and kept", async () => {
    const answer = await post({ ...ariaBody(), call_instance_id: " ", call_date: "13/45/2026 10:00:00 AM" });
    expect(answer.status).toBe(422);
    expect(answer.body.error.fields).toMatchObject([
      { path: "call_instance_id", code: "missing" },
      { path: "call_date", code: "malformed" },
    ]);
    expect(await deliveryOf(answer.body.receipt_id)).toMatchObject({
      verdict: "refused",
      reason: "invalid_fields",
      campaign_id: campaignId,
    });
  });

  test("a number that is none says nothing, is warned of, and refuses no call", async () => {
    const answer = await post({ ...ariaBody(), revenue: "NaN", cost: "1e999", duration: "soon", converted: "maybe", client_id: "x" });
    expect(answer.status).toBe(200);
    expect(await outcomeOf(answer.body.call_id)).toMatchObject({
      revenue: null,
      cost: null,
      duration_seconds: null,
      converted: null,
      client_id: "",
    });
    const { warnings } = (await deliveryOf(answer.body.receipt_id)) ?? {};
    expect(warnings.map(({ path }: { path: string }) => path).sort()).toEqual(["client_id", "converted", "cost", "duration", "revenue"]);
  });

  test("a caller who called before is a flag on a call that counts like any other", async () => {
    const answer = await post({ ...ariaBody(), is_duplicate: "true" });
    expect(answer.body.status).toBe("accepted");
    expect(await outcomeOf(answer.body.call_id)).toMatchObject({ is_duplicate: true });
    expect(await callOf(answer.body.call_id)).toMatchObject({ recording_status: "pending" });
  });

  test.each(["anonymous", "Restricted", "+1305555XXXX", "0000000000"])(
    "a caller hidden as %s is kept as it came and is no number",
    async (caller_id) => {
      const [one, other] = [await post({ ...ariaBody(), caller_id }), await post({ ...ariaBody(), caller_id })];
      expect(await callOf(one.body.call_id)).toMatchObject({ calling: caller_id, calling_normalized: "" });
      expect(other.body.call_id).not.toBe(one.body.call_id);
    },
  );

  test("the same call_instance_id of two connections is two calls", async () => {
    const other = await createConnection({ actor: "system", name: "Other", campaignId });
    const body = ariaBody();
    const first = await post(body);
    const second = await post({ ...body, api_key: other.key, connection_id: other.publicId });
    expect(second.body).toMatchObject({ status: "accepted" });
    expect(second.body.call_id).not.toBe(first.body.call_id);
  });

  test("one delivery fifty times at once is one call, one outcome and fifty 2xx", async () => {
    const body = ariaBody();
    const answers = await Promise.all(Array.from({ length: 50 }, () => post(body)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([200]));
    expect(new Set(answers.map(({ body: { call_id } }) => call_id)).size).toBe(1);
    expect(answers.filter(({ body: { status } }) => status === "accepted")).toHaveLength(1);
    const [{ count }] =
      (await sqlClient`select count(*)::int from calls where external_id = ${String(body.call_instance_id)}`) as unknown as [
        { count: number },
      ];
    expect(count).toBe(1);
  });
});

describe("merging", () => {
  test("blanks never erase, an older event never overwrites a newer one, and repetition changes nothing", async () => {
    const body = ariaBody({ call_date: "11/20/2026 12:00:00 PM", revenue: "45.00", target_name: "Ana", state: "FL" });
    const { body: first } = await post(body);
    await post({ ...body, revenue: "", target_name: null, buyer_name: " " });
    expect(await outcomeOf(first.call_id)).toMatchObject({ revenue: "45.0000", target_name: "Ana", buyer_name: "Sample Buyer" });
    await post({ ...body, event_date: "11/20/2026 01:00:00 PM", revenue: "0", converted: "False" });
    expect(await outcomeOf(first.call_id)).toMatchObject({ revenue: "0.0000", converted: false });
    const late = await post({ ...body, event_date: "11/20/2026 12:30:00 PM", revenue: "99", target_name: "Eva" });
    expect(late.body).toMatchObject({ status: "duplicate", call_id: first.call_id });
    expect(await outcomeOf(first.call_id)).toMatchObject({ revenue: "0.0000", converted: false, target_name: "Ana" });
    const again = await post(body);
    expect(again.body).toMatchObject({ status: "duplicate", call_id: first.call_id });
    expect(await deliveryOf(again.body.receipt_id)).toMatchObject({ reason: "nothing_new" });
  });

  test("a disposition that comes after the call is added to it", async () => {
    const body = ariaBody({ converted: "False", revenue: "0", sale_amount: null });
    const { body: first } = await post(body);
    const { api_key, connection_id, call_instance_id, call_date } = body;
    await post({ api_key, connection_id, call_instance_id, call_date, converted: "True", revenue: "45", sale_amount: 120.5 });
    expect(await outcomeOf(first.call_id)).toMatchObject({
      converted: true,
      revenue: "45.0000",
      sale_amount: "120.5000",
      publisher_name: "Sample Publisher",
    });
  });
});
