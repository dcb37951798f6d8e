import { expect, test } from "vitest";
import { signedRequest } from "@/inngest/engine/signed-request";
import { loadSigningKey } from "@/inngest/engine/signing-key";
import { GET, POST, PUT } from "./route";

test.each([
  ["GET", GET],
  ["POST", POST],
  ["PUT", PUT],
])("%s without a signature gets 401", async (method, answer) => {
  const body = method === "GET" ? undefined : "{}";
  const response = await answer(new Request("http://localhost/api/inngest?fnId=x&stepId=step", { method, body }));
  expect(response.status).toBe(401);
});

test("on the embedded engine even a signed call from outside gets 401", async () => {
  const signingKey = await loadSigningKey();
  expect((await POST(signedRequest({ method: "POST", search: "?fnId=x&stepId=step", body: {}, signingKey }))).status).toBe(401);
});
