import { isIP } from "node:net";
import ipaddr from "ipaddr.js";

/** What keeps a platform on the internet from reaching an address. */
export const ENDPOINT_PROBLEMS = ["localhost", "private_host", "plain_http"] as const;
export type EndpointProblem = (typeof ENDPOINT_PROBLEMS)[number];

/** A webhook's address in the parts that a platform's settings ask for one by one. */
export type Endpoint = {
  url: string;
  protocol: "HTTPS" | "HTTP";
  host: string;
  port: string;
  path: string;
  problems: EndpointProblem[];
};

type DescribeEndpointInput = {
  /** Where the installation is reached, such as https://quality.example.com; a path in it is not part of the endpoint. */
  baseUrl: string;
  /** Starts with a slash. */
  path: string;
};

/** The address of a webhook, taken apart, with the reasons why a platform on the internet could not reach it. */
export function describeEndpoint({ baseUrl, path }: DescribeEndpointInput): Endpoint {
  const { origin, protocol, hostname, port } = new URL(baseUrl);
  const isSecure = protocol === "https:";
  const hostProblem = problemOfHost(hostname.replace(/^\[|\]$/g, "").replace(/\.$/, ""));
  return {
    url: `${origin}${path}`,
    protocol: isSecure ? "HTTPS" : "HTTP",
    host: hostname,
    port: port || (isSecure ? "443" : "80"),
    path,
    problems: [...(hostProblem === null ? [] : [hostProblem]), ...(isSecure ? [] : ["plain_http" as const])],
  };
}

function problemOfHost(host: string): EndpointProblem | null {
  if (isIP(host) !== 0) {
    const range = ipaddr.process(host).range();
    if (range === "loopback" || range === "unspecified") return "localhost";
    return range === "unicast" ? null : "private_host";
  }
  if (host === "localhost" || host.endsWith(".localhost")) return "localhost";
  // A name without a dot, or under a suffix that the public DNS never serves (RFC 6762, 8375, 2606 and ICANN's .internal).
  return !host.includes(".") || /\.(local|internal|intranet|lan|home\.arpa|test|invalid)$/.test(host) ? "private_host" : null;
}
