/** Largest body that a webhook takes. */
export const MAX_WEBHOOK_BODY_BYTES = 256 * 1024;

/** A body that is not whole by then is cut off. */
export const WEBHOOK_BODY_TIMEOUT_MS = 10_000;
