import { Client } from "undici";
import { readAnswer, type SendOutcome } from "./read-answer";

/** One connection of a platform to an application, made again when it breaks. */
export type Connection = { send: (body: string) => Promise<SendOutcome>; close: () => Promise<void> };

/** Connects to the Anura door at `origin`. A connection that fails is no error: senders live with it. */
export function connectPlatform({ origin, apiKey }: { origin: string; apiKey: string }): Connection {
  const client = new Client(origin, { pipelining: 1 });
  const headers = { "content-type": "application/json", "x-api-key": apiKey };
  return {
    send: async (body) => {
      const answer = await client
        .request({ method: "POST", path: "/webhook/anura/", headers, body })
        .then(async ({ statusCode, body: text }) => ({ statusCode, text: await text.text() }))
        .catch(() => null);
      return answer ? readAnswer(answer) : { kind: "unanswered" };
    },
    close: () => client.destroy(),
  };
}
