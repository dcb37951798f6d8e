import { env } from "@/lib/env";
import { describeEndpoint, type EndpointProblem } from "@/lib/sources/describe-endpoint";
import type { Finding } from "./finding";

const SENTENCES: Record<EndpointProblem, string> = {
  localhost: "it is this machine itself",
  private_host: "it is in a private network",
  plain_http: "it is plain http, and keys would travel unencrypted",
};

/** Whether platforms on the internet can reach PUBLIC_URL, as far as the address itself tells. */
export function checkPublicAddress(): Finding {
  const name = "Public address";
  if (!env.PUBLIC_URL)
    return {
      name,
      status: "warning",
      message: "PUBLIC_URL is unset: set it to the https address that platforms reach the installation by.",
    };
  const { problems } = describeEndpoint({ baseUrl: env.PUBLIC_URL, path: "/" });
  if (problems.length === 0)
    return { name, status: "ok", message: `${env.PUBLIC_URL} can be reached from the internet, as far as its name tells.` };
  const reasons = problems.map((problem) => SENTENCES[problem]).join(", and ");
  return { name, status: "warning", message: `Platforms on the internet can't use ${env.PUBLIC_URL}: ${reasons}.` };
}
