import { webhookRoute } from "@/lib/http/webhook-route";
import { ariaDoor, ariaPixelDoor } from "@/lib/sources/aria/doors";

export const POST = webhookRoute(ariaDoor);
export const GET = webhookRoute(ariaPixelDoor);
