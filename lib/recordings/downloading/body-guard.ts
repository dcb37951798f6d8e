import { AttemptFailure } from "../attempt-failure";
import type { OutboundLimits } from "../outbound/outbound-limits";

/** Watches a body that is being read. `received` is told of each chunk; `stop` must be called at the end. */
export type BodyGuard = { received: (byteCount: number) => void; stop: () => void };

/** Ends the read by `abort` when the host falls silent, or is slower over a window than the lowest speed. */
export function guardBody(limits: OutboundLimits, abort: (failure: AttemptFailure) => void): BodyGuard {
  const idle = setTimeout(() => {
    abort(new AttemptFailure("retry", "idle_timeout", `The host sent nothing for ${seconds(limits.idleMs)}.`));
  }, limits.idleMs);
  let inWindow = 0;
  const window = setInterval(() => {
    const speed = (inWindow * 1000) / limits.lowestSpeedWindowMs;
    if (speed < limits.lowestBytesPerSecond) {
      const detail = `The host sent ${Math.round(speed)} bytes a second over ${seconds(limits.lowestSpeedWindowMs)}, too slow to wait for.`;
      abort(new AttemptFailure("retry", "too_slow", detail));
    }
    inWindow = 0;
  }, limits.lowestSpeedWindowMs);
  return {
    received: (byteCount) => {
      idle.refresh();
      inWindow += byteCount;
    },
    stop: () => {
      clearTimeout(idle);
      clearInterval(window);
    },
  };
}

function seconds(milliseconds: number): string {
  return `${milliseconds / 1000} s`;
}
