import { authenticateApiKey } from "@/lib/api-keys/authenticate-api-key";
import { admitByHeader, webhookDoor } from "@/lib/http/webhook-door";
import { previewDelivery } from "@/lib/reception/preview-delivery";
import { receiveBody } from "@/lib/reception/receive-body";

const admit = admitByHeader((header, usedBy) => authenticateApiKey({ key: header("x-api-key"), scope: "webhook", usedBy }));

/** `POST /webhook/anura`: takes a delivery in. */
export const anuraDoor = webhookDoor({
  source: "anura",
  admit,
  receive: (delivery) => receiveBody({ source: "anura", ...delivery }),
});

/** `POST /webhook/anura/test`: says what a delivery would do, and stores nothing. */
export const anuraTestDoor = webhookDoor({
  source: "anura",
  admit,
  receive: ({ body, contentType }) => previewDelivery({ source: "anura", body, contentType }),
});
