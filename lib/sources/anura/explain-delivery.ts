import type { DeliveryProblem } from "@/db/schema";
import { decodeBody } from "@/lib/reception/body/decode-body";
import { nameKey } from "@/lib/reception/body/name-key";
import type { FieldExplanation, MadeValue } from "@/lib/reception/field-explanation";
import { readCallTime } from "./call-time";
import { ANURA_FIELDS, ANURA_OPTIONAL_FIELDS } from "./fields";
import { readOperatorName } from "./operator-name";
import { type AnuraPayload, anuraPayload } from "./payload";
import { type ReadAnuraDeliveryInput, readAnuraDelivery } from "./read-delivery";
import { readRecordingUrl } from "./recording-url";

const MAX_SENT_LENGTH = 1000;
const MAX_OTHER_FIELDS = 50;

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
  const made = madeOf(payload, timeZone);
  const explain = (path: string, sent: unknown, value: MadeValue | null): FieldExplanation => ({
    path: nameKey(path),
    sent: sentText(sent),
    made: value,
    ...judge({ path: nameKey(path), problems, warnings: reading.warnings, isUsed: value !== null }),
  });
  const others = Object.keys(body.fields).filter((key) => !known.some((name) => name === key));
  return [
    ...known.map((name) => explain(name, body.fields[name], made[name])),
    ...others.slice(0, MAX_OTHER_FIELDS).map((key) => explain(key, body.fields[key], null)),
  ];
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
    calling: text(payload.calling.value),
    called: text(payload.called.value),
    status: text(payload.disposition.value),
    duration: payload.durationSeconds.problem ? null : { kind: "seconds", seconds: payload.durationSeconds.value },
    billseconds: payload.billableSeconds.problem ? null : { kind: "seconds", seconds: payload.billableSeconds.value },
    wasrecorded: payload.hasRecording.problem ? null : { kind: "truth", isTrue: payload.hasRecording.value },
    audio_file_mp3: text(url ?? ""),
    accountname: isOutbound ? text(operator) : null,
    accountextension: text(payload.extension.value),
    queueagentname: !isOutbound && agent === "queueagentname" ? text(operator) : null,
    answerterminal: !isOutbound && agent === "answerterminal" ? text(operator) : null,
    campaign_id: payload.campaignId.value === null ? null : { kind: "campaign", campaignId: payload.campaignId.value },
    cdrid: text(payload.cdrId.value),
    hooktrigger: text(payload.event.value),
  };
}

function text(value: string): MadeValue | null {
  return value.trim() === "" ? null : { kind: "text", text: value };
}

function sentText(sent: unknown): string | null {
  if (sent === undefined) return null;
  const whole = typeof sent === "string" ? sent : JSON.stringify(sent);
  return whole.length <= MAX_SENT_LENGTH ? whole : `${whole.slice(0, MAX_SENT_LENGTH)}\u2026`;
}

type Judged = { path: string; problems: DeliveryProblem[]; warnings: DeliveryProblem[]; isUsed: boolean };

function judge({ path, problems, warnings, isUsed }: Judged): Pick<FieldExplanation, "state" | "messages"> {
  const ofField = (list: DeliveryProblem[]) => list.filter((problem) => problem.path === path).map(({ message }) => message);
  const [wrong, odd] = [ofField(problems), ofField(warnings)];
  const state = wrong.length > 0 ? "error" : odd.length > 0 ? "warning" : isUsed ? "ok" : "unused";
  return { state, messages: [...wrong, ...odd] };
}
