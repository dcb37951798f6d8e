import { OUTBOUND_LIMITS, type OutboundLimits } from "../outbound/outbound-limits";

/** The limits of production with shorter times, opened for the hosts of a test. */
export function impatientLimits(allowHosts: string[], changes: Partial<OutboundLimits> = {}): OutboundLimits {
  return {
    ...OUTBOUND_LIMITS,
    connectMs: 2_000,
    headersMs: 200,
    idleMs: 200,
    lowestSpeedWindowMs: 400,
    totalMs: 20_000,
    maxBytes: 8 * 1024 * 1024,
    allowHosts: new Set(allowHosts),
    ...changes,
  };
}
