import type { WebhookDoor } from "@/lib/http/webhook-door";
import { anuraDoor, anuraTestDoor } from "./anura/doors";

/** Every door that platforms post to, by its path. */
export const WEBHOOK_DOORS: Record<string, WebhookDoor | undefined> = {
  "/webhook/anura": anuraDoor,
  "/webhook/anura/test": anuraTestDoor,
};
