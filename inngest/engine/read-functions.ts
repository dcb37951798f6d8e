import { z } from "zod";
import { type EngineFunction, readFunctionConfig } from "./function-config";
import { signedRequest } from "./signed-request";

type ReadFunctionsInput = { handler: (request: Request) => Promise<Response>; signingKey: string };

const answer = z.object({ functions: z.array(z.unknown()) });

/** Asks the handler which functions it serves (an in-band sync). Throws when it serves one that this engine would not run as written. */
export async function readFunctions({ handler, signingKey }: ReadFunctionsInput): Promise<Map<string, EngineFunction>> {
  const response = await handler(
    signedRequest({
      method: "PUT",
      search: "",
      body: { url: "http://embedded.local/api/inngest" },
      signingKey,
      headers: { "x-inngest-sync-kind": "in_band" },
    }),
  );
  const text = await response.text();
  if (response.status !== 200)
    throw new Error(`The function handler answered ${response.status} when it was asked for its functions: ${text}`);
  const functions = answer.parse(JSON.parse(text)).functions.map(readFunctionConfig);
  return new Map(functions.map((one) => [one.id, one]));
}
