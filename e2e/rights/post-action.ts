import { createRequire } from "node:module";

/** React's own writing of a call to the server, as the browser's part of Next.js does it. Nothing declares its types. */
const { encodeReply }: { encodeReply: (args: unknown[]) => Promise<string | FormData> } = createRequire(import.meta.url)(
  "next/dist/compiled/react-server-dom-turbopack/client.edge",
);

type PostActionInput = { origin: string; address: string; id: string; args: unknown[]; cookie: string };

/** What came back: `leadsTo` is where the browser is told to go. */
export type ActionAnswer = { status: number; leadsTo: string | null; body: string };

/** Calls a server action as a browser does, with whatever cookie. */
export async function postAction({ origin, address, id, args, cookie }: PostActionInput): Promise<ActionAnswer> {
  const answer = await fetch(`${origin}${address}`, {
    method: "POST",
    headers: { "Next-Action": id, Accept: "text/x-component", Origin: origin, Cookie: cookie },
    body: await encodeReply(args),
    redirect: "manual",
  });
  const leadsTo = answer.headers.get("x-action-redirect")?.split(";")[0] ?? answer.headers.get("location");
  return { status: answer.status, leadsTo, body: await answer.text() };
}
