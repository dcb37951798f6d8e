import { isIP, type Socket } from "node:net";
import { buildConnector } from "undici";
import { AttemptFailure } from "../attempt-failure";
import { isPublicAddress } from "./is-public-address";
import type { OutboundLimits } from "./outbound-limits";
import type { RecordingTarget } from "./parse-recording-url";

type ConnectorInput = {
  target: RecordingTarget;
  limits: OutboundLimits;
  /** Told the address of the connection that was made. */
  onConnected: (address: string) => void;
};

/** Tried of a name with many addresses; the time for connecting is shared by them. */
const MAX_ADDRESSES = 4;

/**
 * A connector for undici that resolves the name once, refuses it when any of its addresses is not of the public internet, and connects to
 * an address that was checked: no second question is asked whose answer could differ. TLS and Host keep the name.
 */
export function checkedConnector({ target, limits, onConnected }: ConnectorInput): buildConnector.connector {
  return (options, callback) => {
    connectChecked(options, { target, limits, onConnected }).then(
      (socket) => callback(null, socket),
      (error: unknown) => callback(asError(error), null),
    );
  };
}

async function connectChecked(options: buildConnector.Options, { target, limits, onConnected }: ConnectorInput): Promise<Socket> {
  const addresses = await resolveChecked(target, limits);
  const timeout = Math.ceil(limits.connectMs / addresses.length);
  const connect = buildConnector({ allowH2: false, maxCachedSessions: 0, timeout });
  let failure: unknown;
  for (const address of addresses) {
    try {
      // No server name for plain http: with one, undici would ask for the name again.
      const servername = target.protocol === "https:" && isIP(target.hostname) === 0 ? target.hostname : undefined;
      const socket = await new Promise<Socket>((resolve, reject) => {
        connect({ ...options, hostname: address, servername }, (error, made) => (made ? resolve(made) : reject(error)));
      });
      onConnected(address);
      return socket;
    } catch (error) {
      failure = error;
    }
  }
  throw connectionFailure(failure);
}

async function resolveChecked(target: RecordingTarget, limits: OutboundLimits): Promise<string[]> {
  const addresses = isIP(target.hostname) ? [target.hostname] : await resolveInTime(target.hostname, limits);
  if (!limits.allowHosts.has(target.hostAndPort) && target.url !== limits.allowUrl) {
    const refused = addresses.find((address) => !isPublicAddress(address));
    if (refused !== undefined) {
      const detail = `${target.hostname} is ${refused}, an address that is not of the public internet. RECORDING_ALLOW_HOSTS can open ${target.hostAndPort}.`;
      throw new AttemptFailure("refused", "private_address", detail);
    }
  }
  return addresses.slice(0, MAX_ADDRESSES);
}

async function resolveInTime(hostname: string, { resolveName, connectMs }: OutboundLimits): Promise<string[]> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error("no answer in time")), connectMs);
  });
  try {
    const addresses = await Promise.race([resolveName(hostname), tooLate]);
    if (addresses.length === 0) throw new Error("it has no address");
    return addresses;
  } catch (cause) {
    throw new AttemptFailure("retry", "name_not_resolved", `The name ${hostname} could not be resolved: ${asError(cause).message}.`, {
      cause,
    });
  } finally {
    clearTimeout(timer);
  }
}

function connectionFailure(cause: unknown): AttemptFailure {
  const error = asError(cause);
  const code = "code" in error && typeof error.code === "string" ? error.code : "";
  if (code === "UND_ERR_CONNECT_TIMEOUT" || code === "ETIMEDOUT") {
    return new AttemptFailure("retry", "connect_timeout", "The host did not take the connection in time.", { cause });
  }
  return new AttemptFailure("retry", "connection_failed", `The connection failed: ${error.message || code}.`, { cause });
}

function asError(error: unknown): Error {
  return error instanceof Error ? error : new Error(String(error));
}
