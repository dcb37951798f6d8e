import type { IncomingMessage } from "node:http";
import { isPublicAddress } from "@/lib/recordings/outbound/is-public-address";

/**
 * Makes the last address of X-Forwarded-For one to rely on: that of the connection, unless it comes from a proxy, which is on this machine
 * or in the same private network and has written the address that it saw. Whoever connects from the internet can't choose a name.
 */
export function nameSender({ headers, socket }: Pick<IncomingMessage, "headers" | "socket">): void {
  const peer = socket.remoteAddress?.replace(/^::ffff:(?=\d+\.)/, "") ?? "unknown";
  if (headers["x-forwarded-for"] === undefined || isPublicAddress(peer)) headers["x-forwarded-for"] = peer;
}
