import type postgres from "postgres";
import type { Call } from "./calls";
import type { EngineFunction } from "./function-config";
import type { Applied, Outcome } from "./outcome";
import type { EngineSettings } from "./settings";

/** One running engine: what its parts share. */
export type Engine = {
  sql: postgres.Sql;
  handler: (request: Request) => Promise<Response>;
  signingKey: string;
  /** The functions that this process runs. */
  functions: ReadonlyMap<string, EngineFunction>;
  /** Those of all processes, as far as heard of: events go to them, and they can be invoked. */
  known: Map<string, EngineFunction>;
  settings: EngineSettings;
  /** The calls that this engine holds leases of. */
  held: Set<Call>;
  /** Writes what a call came to, together with what other calls came to meanwhile. Waits while the database is away. */
  apply: (outcome: Outcome) => Promise<Applied>;
  /** Has the loop look for work now. */
  wake: () => void;
  /** Set once; from then on no new call starts, and those under way end at their next step. */
  isStopping: boolean;
};
