import { decodeBody } from "@/lib/reception/body/decode-body";
import type { FieldExplanation, MadeValue } from "@/lib/reception/field-explanation";
import { explainFields, madeText } from "../explain-fields";
import { readRecordingUrl } from "../recording-url";
import { readCallTime } from "./call-time";
import { ANURA_FIELDS, ANURA_OPTIONAL_FIELDS } from "./fields";
import { readOperatorName } from "./operator-name";
import { type AnuraPayload, anuraPayload } from "./payload";
import { type ReadAnuraDeliveryInput, readAnuraDelivery } from "./read-delivery";

/**
 * What each field of a delivery says and what we make of it: those of the guide in its order, then what else the body holds, at most fifty of
 * them. Read anew by the reader of deliveries, so that both always agree. Empty for a body that can't be taken apart.
 */
export async function explainAnuraDelivery(input: ReadAnuraDeliveryInput): Promise<FieldExplanation[]> {
  const { raw, contentType, campaignId, findCampaign, defaultTimeZone } = input;
  const body = decodeBody({ raw, contentType });
  if (body.outcome === "refused") return [];
  const payload = anuraPayload.parse(campaignId === undefined ? body.fields : { ...body.fields, campaign_id: campaignId });
  const campaign = payload.campaignId.value === null ? null : await findCampaign(payload.campaignId.value);
  const timeZone = campaign?.timeZone ?? defaultTimeZone;
  const reading = await readAnuraDelivery(input);
  const problems = reading.outcome === "refused" ? reading.problems : [];
  const known = [...ANURA_FIELDS, ...ANURA_OPTIONAL_FIELDS].map(({ name }) => name);
  return explainFields({ body, known, made: madeOf(payload, timeZone), problems, warnings: reading.warnings });
}

type FieldName = (typeof ANURA_FIELDS)[number]["name"] | (typeof ANURA_OPTIONAL_FIELDS)[number]["name"];

function madeOf(payload: AnuraPayload, timeZone: string): Record<FieldName, MadeValue | null> {
  const time = readCallTime({ text: payload.dialTime.value.trim(), timeZone });
  const operator = readOperatorName(payload).name;
  const isOutbound = payload.direction.value === "outbound";
  const url = payload.hasRecording.value ? readRecordingUrl(payload.recordingUrl.value) : null;
  // The first name given is the operator's; the other field is not looked at.
  const agent = payload.queueAgentName.value.trim() === "" ? "answerterminal" : "queueagentname";
  return {
    dialtime: time && { kind: "instant", at: time.at },
    direction: payload.direction.value && { kind: "direction", direction: payload.direction.value },
    calling: madeText(payload.calling.value),
    called: madeText(payload.called.value),
    status: madeText(payload.disposition.value),
    duration: payload.durationSeconds.problem ? null : { kind: "seconds", seconds: payload.durationSeconds.value },
    billseconds: payload.billableSeconds.problem ? null : { kind: "seconds", seconds: payload.billableSeconds.value },
    wasrecorded: payload.hasRecording.problem ? null : { kind: "truth", isTrue: payload.hasRecording.value },
    audio_file_mp3: madeText(url ?? ""),
    accountname: isOutbound ? madeText(operator) : null,
    accountextension: madeText(payload.extension.value),
    queueagentname: !isOutbound && agent === "queueagentname" ? madeText(operator) : null,
    answerterminal: !isOutbound && agent === "answerterminal" ? madeText(operator) : null,
    campaign_id: payload.campaignId.value === null ? null : { kind: "campaign", campaignId: payload.campaignId.value },
    cdrid: madeText(payload.cdrId.value),
    hooktrigger: madeText(payload.event.value),
  };
}
