import { authenticateApiKey } from "@/lib/api-keys/authenticate-api-key";
import { webhookRoute } from "@/lib/http/webhook-route";
import { previewDelivery } from "@/lib/reception/preview-delivery";

export const POST = webhookRoute({
  source: "anura",
  authenticate: ({ headers, usedBy }) => authenticateApiKey({ key: headers.get("x-api-key"), scope: "webhook", usedBy }),
  receive: ({ body, contentType }) => previewDelivery({ source: "anura", body, contentType }),
});
