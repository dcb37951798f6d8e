import ipaddr from "ipaddr.js";

/**
 * True for addresses of the public internet alone. Whatever is private, local, shared, reserved, multicast, or carries an IPv4 address
 * inside an IPv6 one (mapped, compatible, NAT64, 6to4, Teredo) is not, and neither is text that is no address.
 */
export function isPublicAddress(address: string): boolean {
  if (!ipaddr.isValid(address)) return false;
  const parsed = ipaddr.parse(address);
  // ipaddr.js calls "unicast" whatever no rule names; of IPv6, only 2000::/3 has been given out.
  return parsed.range() === "unicast" && (parsed instanceof ipaddr.IPv4 || parsed.match(GLOBAL_UNICAST));
}

const GLOBAL_UNICAST = ipaddr.IPv6.parseCIDR("2000::/3");
