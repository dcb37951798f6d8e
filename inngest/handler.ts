import { serve } from "inngest/next";
import type { NextRequest } from "next/server";
import { inngest } from "./client";
import { loadSigningKey } from "./engine/signing-key";
import { functions } from "./functions";

const handler = serve({ client: inngest, functions, enableUnauthedSync: false });

/** Answers one call of the engine to our functions. Unsigned calls get 401, whatever their method. */
export async function handleInngestRequest(request: Request): Promise<Response> {
  await loadSigningKey();
  return handler(asNextRequest(request), undefined);
}

/** The SDK wants Next.js's own class but reads only what every Request has. */
function asNextRequest(request: Request): NextRequest {
  return request as NextRequest;
}
