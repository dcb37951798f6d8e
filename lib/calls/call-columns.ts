import { calls, campaigns, operators } from "@/db/schema";

/** What a page tells of a call, for a select that joins its campaign and, where there is one, its operator. */
export const callColumns = {
  campaign: { id: campaigns.id, name: campaigns.name, timeZone: campaigns.timeZone },
  operator: { id: operators.id, name: operators.name },
  call: {
    id: calls.id,
    source: calls.source,
    externalId: calls.externalId,
    direction: calls.direction,
    startedAt: calls.startedAt,
    calling: calls.calling,
    called: calls.called,
    disposition: calls.disposition,
    durationSeconds: calls.durationSeconds,
    billableSeconds: calls.billableSeconds,
    extension: calls.extension,
    operatorName: calls.operatorName,
    recordingStatus: calls.recordingStatus,
  },
};
