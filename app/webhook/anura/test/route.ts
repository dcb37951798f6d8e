import { webhookRoute } from "@/lib/http/webhook-route";
import { anuraTestDoor } from "@/lib/sources/anura/doors";

export const POST = webhookRoute(anuraTestDoor);
