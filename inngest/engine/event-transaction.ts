import { AsyncLocalStorage } from "node:async_hooks";
import type { Executor } from "./connect-engine";

// Shared by the bundles of Next.js, as the sender may be in one and the client in another.
const holder = globalThis as typeof globalThis & { auditoriaEventTransaction?: AsyncLocalStorage<Executor> };
holder.auditoriaEventTransaction ??= new AsyncLocalStorage();
const storage = holder.auditoriaEventTransaction;

/**
 * Events that `work` sends become part of the transaction: they are sent when it commits, and never were when it rolls back. Only on the
 * embedded engine; an Inngest server gets them at once.
 */
export function sendInTransaction<T>(transaction: Executor, work: () => Promise<T>): Promise<T> {
  return storage.run(transaction, work);
}

/** The transaction that events sent here belong to, if any. */
export function eventTransaction(): Executor | undefined {
  return storage.getStore();
}
