/** What the loop waits for between rounds. */
export type Signal = {
  /** Ends the wait under way, or the next one. */
  wake: () => void;
  /** Waits until woken, at most so long. */
  wait: (ms: number) => Promise<void>;
  /** Waits so long whether woken or not, unless the signal is closed. */
  pause: (ms: number) => Promise<void>;
  close: () => void;
};

/** A signal that remembers being woken while nobody waited. Once closed, nobody waits any more. */
export function createSignal(): Signal {
  let isAwake = false;
  let isClosed = false;
  const sleepers = new Map<() => void, { isLight: boolean }>();

  const sleep = (ms: number, isLight: boolean) =>
    new Promise<void>((resolve) => {
      const timer = setTimeout(end, ms);
      sleepers.set(end, { isLight });
      function end() {
        clearTimeout(timer);
        sleepers.delete(end);
        resolve();
      }
    });

  return {
    wake() {
      isAwake = true;
      for (const [end, { isLight }] of sleepers) if (isLight) end();
    },
    async wait(ms) {
      if (!isAwake && !isClosed && ms > 0) await sleep(ms, true);
      isAwake = false;
    },
    async pause(ms) {
      if (!isClosed) await sleep(ms, false);
    },
    close() {
      isClosed = true;
      for (const end of [...sleepers.keys()]) end();
    },
  };
}
