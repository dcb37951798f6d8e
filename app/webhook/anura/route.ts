import { authenticateApiKey } from "@/lib/api-keys/authenticate-api-key";
import { webhookRoute } from "@/lib/http/webhook-route";
import { receiveBody } from "@/lib/reception/receive-body";

export const POST = webhookRoute({
  source: "anura",
  authenticate: ({ headers, usedBy }) => authenticateApiKey({ key: headers.get("x-api-key"), scope: "webhook", usedBy }),
  receive: (delivery) => receiveBody({ source: "anura", ...delivery }),
});
