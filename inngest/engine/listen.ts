import postgres from "postgres";
import { log } from "@/lib/log";
import { reconnectDelay } from "./connect-engine";
import { WAKE_CHANNEL } from "./insert-events";

/**
 * Calls `wake` when any process says that there is work, and whenever the connection is made, since what was said while it was down is lost.
 * Comes back by itself after the connection broke, however long that takes. Not the driver's own `listen`: one that is ended while it comes
 * back connects all the same, and stays.
 */
export function listen({ url, wake }: { url: string; wake: () => void }): { stop: () => Promise<void> } {
  let isStopped = false;
  let failures = 0;
  let timer: NodeJS.Timeout | undefined;
  let client = open();

  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await client.end({ timeout: 1 });
    },
  };

  function open() {
    // The driver's types do not know `onnotify`, which its own `listen` is made of.
    const options = {
      max: 1,
      idle_timeout: undefined,
      max_lifetime: null,
      fetch_types: false,
      connect_timeout: 5,
      onnotice: () => undefined,
      onnotify: wake,
      onclose: reopen,
      connection: { application_name: "auditoria-engine-listen" },
    };
    const sql = postgres(url, options);
    sql`listen ${sql(WAKE_CHANNEL)}`.then(
      () => {
        failures = 0;
        wake();
      },
      (error: unknown) => log.warn({ err: error }, "The engine cannot listen; it looks by itself and tries again."),
    );
    return sql;
  }

  function reopen() {
    if (isStopped) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      void client.end({ timeout: 0 });
      client = open();
    }, reconnectDelay(failures++) * 1_000);
  }
}
