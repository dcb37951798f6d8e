import { lookup } from "node:dns/promises";
import { env } from "@/lib/env";

/** How patient and how strict we are with recording hosts. */
export type OutboundLimits = {
  /** Name, connection and TLS together. */
  connectMs: number;
  headersMs: number;
  /** Longest silence in a body. */
  idleMs: number;
  /** A body that brings fewer bytes a second over a window is cut. */
  lowestBytesPerSecond: number;
  lowestSpeedWindowMs: number;
  /** One attempt as a whole. */
  totalMs: number;
  maxBytes: number;
  maxRedirects: number;
  /** host:port pairs that may be in a private network. */
  allowHosts: ReadonlySet<string>;
  /** One whole address of our own that may be asked although its host is private; whatever differs from it by a byte may not. */
  allowUrl: string | null;
  /** Every address of a name, asked once for each connection. */
  resolveName: (hostname: string) => Promise<string[]>;
};

/** What the installation's environment asks for, and the specification's times. */
export const OUTBOUND_LIMITS: OutboundLimits = {
  connectMs: 10_000,
  headersMs: 30_000,
  idleMs: 30_000,
  lowestBytesPerSecond: 1_000,
  lowestSpeedWindowMs: 60_000,
  totalMs: 3_600_000,
  maxBytes: env.RECORDING_MAX_BYTES,
  maxRedirects: 5,
  allowHosts: new Set(env.RECORDING_ALLOW_HOSTS.map((host) => host.toLowerCase())),
  allowUrl: null,
  resolveName: async (hostname) => (await lookup(hostname, { all: true, order: "verbatim" })).map(({ address }) => address),
};
