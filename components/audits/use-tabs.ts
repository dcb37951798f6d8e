import { useCallback, useEffect, useRef } from "react";

type Message = { kind: "saved" } | { kind: "ask" | "alive"; tabId: string };

/** How long a tab has to say that it is there. */
const ANSWER_MS = 400;

/** Tells other tabs of this browser that show the audit when something was saved, hears of theirs, and asks whether one is still there. */
export function useTabs(auditId: string, tabId: string, onSaved: () => void) {
  const heard = useRef(onSaved);
  const channel = useRef<BroadcastChannel>(undefined);
  const waiting = useRef(new Map<string, () => void>());
  useEffect(() => {
    heard.current = onSaved;
  });
  useEffect(() => {
    const opened = new BroadcastChannel(`auditoria.audit.${auditId}`);
    const send = (message: Message) => opened.postMessage(message);
    opened.onmessage = ({ data }: MessageEvent<Message>) => {
      if (data.kind === "saved") heard.current();
      else if (data.kind === "alive") waiting.current.get(data.tabId)?.();
      else if (data.tabId === tabId) send({ kind: "alive", tabId });
    };
    channel.current = opened;
    return () => opened.close();
  }, [auditId, tabId]);
  const tell = useCallback(() => channel.current?.postMessage({ kind: "saved" } satisfies Message), []);
  const isAlive = useCallback(
    (other: string) =>
      new Promise<boolean>((resolve) => {
        const end = (is: boolean) => {
          waiting.current.delete(other);
          resolve(is);
        };
        waiting.current.set(other, () => end(true));
        setTimeout(() => end(false), ANSWER_MS);
        channel.current?.postMessage({ kind: "ask", tabId: other } satisfies Message);
      }),
    [],
  );
  return { tell, isAlive };
}
