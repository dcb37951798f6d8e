import { AppError, isDatabaseAway, isTransactionConflict } from "@/lib/errors";
import { commitDeliveries } from "./commit-deliveries";
import type { DeliveryDraft, Receipt } from "./delivery-draft";

type Waiting = { draft: DeliveryDraft; resolve: (receipt: Receipt) => void; reject: (error: unknown) => void };
type Queue = { waiting: Waiting[]; isCommitting: boolean };

/** Keeps a statement's size bounded; far above what arrives during one commit. */
const MAX_BATCH = 256;

/** Of two transactions that wait for each other PostgreSQL undoes one. That is no reason to turn a sender away. */
const MAX_COMMIT_ATTEMPTS = 4;

/** Seconds of the heaviest traffic. A database that hangs must not fill the memory with what its senders will send again. */
export const MAX_WAITING_DELIVERIES = 5_000;

const holder = globalThis as typeof globalThis & { auditoriaReception?: Queue };

/**
 * Takes a delivery in for good: resolves only after a synchronous commit. Deliveries that arrive while a commit is under way share the
 * next one. Rejects when the database can't be reached, or so many wait for it that it hangs; nothing is kept then, and the sender must
 * try again.
 */
export function receiveDelivery(draft: DeliveryDraft): Promise<Receipt> {
  holder.auditoriaReception ??= { waiting: [], isCommitting: false };
  const queue = holder.auditoriaReception;
  if (queue.waiting.length >= MAX_WAITING_DELIVERIES)
    return Promise.reject(new AppError("unavailable", "Too many deliveries wait for the database."));
  return new Promise((resolve, reject) => {
    queue.waiting.push({ draft, resolve, reject });
    if (!queue.isCommitting) void drain(queue);
  });
}

async function drain(queue: Queue): Promise<void> {
  queue.isCommitting = true;
  while (queue.waiting.length > 0) await commit(queue.waiting.splice(0, MAX_BATCH));
  queue.isCommitting = false;
}

async function commit(batch: Waiting[], attempt = 1): Promise<void> {
  try {
    const receipts = await commitDeliveries(batch.map(({ draft }) => draft));
    for (const [index, { resolve, reject }] of batch.entries()) {
      const receipt = receipts[index];
      if (receipt) resolve(receipt);
      else reject(new Error("A batch was committed with fewer receipts than deliveries."));
    }
  } catch (error) {
    if (isTransactionConflict(error) && attempt < MAX_COMMIT_ATTEMPTS) return commit(batch, attempt + 1);
    if (batch.length === 1 || isDatabaseAway(error)) {
      for (const { reject } of batch) reject(error);
      return;
    }
    // One delivery that the database refuses must not take its neighbours with it.
    for (const waiting of batch) await commit([waiting]);
  }
}
