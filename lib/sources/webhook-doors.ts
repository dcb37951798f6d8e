import type { WebhookDoor } from "@/lib/http/webhook-door";
import { anuraDoor, anuraTestDoor } from "./anura/doors";
import { ariaDoor, ariaPixelDoor } from "./aria/doors";

/** Every door that platforms call at, by its method and path. */
export const WEBHOOK_DOORS: Record<string, WebhookDoor | undefined> = {
  "POST /webhook/anura": anuraDoor,
  "POST /webhook/anura/test": anuraTestDoor,
  "POST /webhook/aria": ariaDoor,
  "GET /webhook/aria": ariaPixelDoor,
};
