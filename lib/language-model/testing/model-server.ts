import type { ServerResponse } from "node:http";
import { z } from "zod";
import { env } from "@/lib/env";
import { type AskedRequest, startStandInServer } from "@/lib/http/testing/stand-in-server";

const askedShape = z.object({
  model: z.string(),
  messages: z.array(z.object({ role: z.string(), content: z.string() })),
  temperature: z.number().optional(),
  response_format: z
    .object({ type: z.string(), json_schema: z.object({ name: z.string(), strict: z.boolean(), schema: z.unknown() }).optional() })
    .optional(),
});

/** What the stand-in was asked. */
export type AskedModel = z.infer<typeof askedShape>;

/** A language model on loopback that answers as the test says, and is the installation's until it is closed. */
export async function startModelServer(answer: (asked: AskedModel, response: ServerResponse) => void | Promise<void>) {
  const server = await startStandInServer((request, response) => answer(readAsked(request), response));
  Object.assign(env, { LLM_BASE_URL: server.baseUrl, LLM_MODEL: "stand-in" });
  return {
    ...server,
    asked: () => server.requests.map(readAsked),
    close: async () => {
      Object.assign(env, { LLM_BASE_URL: undefined, LLM_MODEL: undefined, LLM_API_KEY: undefined });
      await server.close();
    },
  };
}

function readAsked({ body }: AskedRequest): AskedModel {
  return askedShape.parse(JSON.parse(body.toString("utf8")));
}
