import { log } from "@/lib/log";
import type { Executor } from "./connect-engine";
import type { Engine } from "./engine";
import { readFunctionConfig } from "./function-config";
import { toJson } from "./json";

/** Brings what the engine knows of other processes' functions up to date. Its own are always known as it runs them. */
export async function learnFunctions(sql: Executor, { functions, known, settings }: Engine): Promise<void> {
  const rows = await sql<{ id: string; config: unknown }[]>`
    select id, config from engine.functions where seen_at > now() - ${settings.functionGraceMs}::float8 * interval '1 millisecond'`;
  const seen = new Set([...functions.keys(), ...rows.map((row) => row.id)]);
  for (const id of known.keys()) if (!seen.has(id)) known.delete(id);
  for (const { id, config } of rows) {
    if (functions.has(id) || known.get(id)?.config === toJson(config)) continue;
    try {
      known.set(id, readFunctionConfig(config));
    } catch (error) {
      // A newer process may run what this one cannot read; that one hears of its events as well.
      log.warn({ err: error, functionId: id }, "The configuration of a function of another process cannot be read.");
    }
  }
}
