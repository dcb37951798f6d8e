import { sqlClient } from "@/db/client";
import { createCampaign } from "@/lib/campaigns/create-campaign";
import { type CreatedConnection, createConnection } from "@/lib/connections/create-connection";
import { ariaSampleBody } from "@/lib/sources/aria/sample-body";
import { GET, POST } from "../route";

/** A campaign and a connection of New York's time, and ways to send through it what the guide's sample holds. */
export async function makeAriaSender() {
  const { id: campaignId } = await createCampaign({ actor: "system", name: "Pay per call", source: "aria" });
  const connection = await createConnection({ actor: "system", name: "Ringba", campaignId, timeZone: "America/New_York" });
  return { campaignId, connection, ariaBody: bodyMaker(connection) };
}

function bodyMaker(connection: CreatedConnection) {
  let calls = 0;
  /** A whole delivery of a new call; `fields` say what matters to the test. */
  return (fields: Record<string, unknown> = {}): Record<string, unknown> => {
    calls += 1;
    const sample = ariaSampleBody({
      apiKey: connection.key,
      connectionId: connection.publicId,
      timeZone: "America/New_York",
      startedAt: new Date("2026-11-20T17:00:00Z"),
      callName: `call-${calls}`,
      recording: { url: `https://recordings.example.com/aria/${calls}.mp3`, seconds: 95 },
    });
    return { ...sample, ...fields };
  };
}

/** Posts a body, given as it is or as what it holds. */
export async function post(body: string | Record<string, unknown>, contentType = "application/json") {
  const text = typeof body === "string" ? body : JSON.stringify(body);
  const headers = { "content-type": contentType };
  return answerOf(await POST(new Request("http://localhost/webhook/aria", { method: "POST", body: text, headers })));
}

export async function get(query: string) {
  return answerOf(await GET(new Request(`http://localhost/webhook/aria${query}`)));
}

async function answerOf(response: Response) {
  return { status: response.status, headers: response.headers, body: await response.json() };
}

/** A body as a form or a query writes it. */
export function form(body: Record<string, unknown>): string {
  const written = (value: unknown) => (typeof value === "object" ? JSON.stringify(value) : String(value));
  return new URLSearchParams(Object.entries(body).map(([name, value]) => [name, written(value)])).toString();
}

export const callOf = async (callId: string) => (await sqlClient`select * from calls where id = ${callId}`)[0];
export const outcomeOf = async (callId: string) => (await sqlClient`select * from call_outcomes where call_id = ${callId}`)[0];
export const deliveryOf = async (receiptId: string) => (await sqlClient`select * from deliveries where id = ${receiptId}`)[0];
