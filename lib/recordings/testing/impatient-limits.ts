import { OUTBOUND_LIMITS, type OutboundLimits } from "../outbound/outbound-limits";

/** The limits of production with a smaller size, opened for the hosts of a test. A test of patience says how little it has. */
export function impatientLimits(allowHosts: string[], changes: Partial<OutboundLimits> = {}): OutboundLimits {
  return {
    ...OUTBOUND_LIMITS,
    maxBytes: 8 * 1024 * 1024,
    allowHosts: new Set(allowHosts),
    ...changes,
  };
}
