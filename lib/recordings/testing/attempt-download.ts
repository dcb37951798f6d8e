import type { AttemptEvidence } from "../attempt-failure";
import { downloadToFile } from "../downloading/download-to-file";
import type { OutboundLimits } from "../outbound/outbound-limits";

/** One download with what became of it and what was seen, for tests to look at. */
export async function attemptDownload(url: string, limits: OutboundLimits) {
  const evidence: AttemptEvidence = { url, remoteAddress: null, httpStatus: null, contentType: null, lookedLike: null, receivedBytes: 0 };
  const { signal } = new AbortController();
  const [result] = await Promise.allSettled([downloadToFile({ url, limits, evidence, signal })]);
  return {
    file: result.status === "fulfilled" ? result.value : null,
    failure: result.status === "rejected" ? result.reason : null,
    evidence,
  };
}
