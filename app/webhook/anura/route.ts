import { webhookRoute } from "@/lib/http/webhook-route";
import { anuraDoor } from "@/lib/sources/anura/doors";

export const POST = webhookRoute(anuraDoor);
