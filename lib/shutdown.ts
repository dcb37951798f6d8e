import { log } from "./log";

type Hook = () => Promise<void> | void;

const holder = globalThis as typeof globalThis & { auditoriaShutdown?: { hooks: Map<string, Hook>; signal: AbortController } };

/**
 * Has `hook` called once when the process is asked to end, after requests have drained and before the database pools close. Of two hooks
 * of one name the later stays; the one registered last runs first. Returns how to take it back.
 */
export function onShutdown(name: string, hook: Hook): () => void {
  const { hooks } = registry();
  hooks.delete(name);
  hooks.set(name, hook);
  return () => {
    if (hooks.get(name) === hook) hooks.delete(name);
  };
}

/** Says that the end has begun: what never ends by itself, such as an event stream, listens to shutdownSignal. */
export function announceShutdown(): void {
  registry().signal.abort();
}

/** Aborts as soon as the process is asked to end, before requests have drained. */
export function shutdownSignal(): AbortSignal {
  return registry().signal.signal;
}

/** Runs every hook, one after the other. One that fails is logged and does not keep the others from running. */
export async function runShutdown(): Promise<void> {
  const { hooks } = registry();
  for (const [name, hook] of [...hooks].reverse()) {
    hooks.delete(name);
    try {
      await hook();
    } catch (error) {
      log.error({ err: error, hook: name }, "a part of the application did not end well");
    }
  }
}

/** Next.js bundles this file apart from the scripts: what both must know lives on globalThis. */
function registry() {
  holder.auditoriaShutdown ??= { hooks: new Map(), signal: new AbortController() };
  return holder.auditoriaShutdown;
}
