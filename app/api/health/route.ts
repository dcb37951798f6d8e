import { checkHealth } from "@/lib/installation/check-health";

export const dynamic = "force-dynamic";

/** 200 while the application takes traffic, 503 while it does not. Needs no key. */
export async function GET(): Promise<Response> {
  const health = await checkHealth();
  const headers = { "Cache-Control": "no-store" };
  return health.status === "ok"
    ? Response.json(health, { headers })
    : Response.json(health, { status: 503, headers: { ...headers, "Retry-After": "2" } });
}
