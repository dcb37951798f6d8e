import type { World } from "@/e2e/fixtures/rights-world";

/** The running application, and how to make and look at what is in its database. */
export type Application = {
  origin: string;
  makeWorld: () => Promise<World>;
  /** The tables in which a row changed since this was asked last. */
  takeChangedTables: () => Promise<string[]>;
};
