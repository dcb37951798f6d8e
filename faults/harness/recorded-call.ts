import { hash } from "node:crypto";
import { anuraBody } from "@/lib/sources/anura/testing/anura-body";

/** Each operator under the spellings that platforms send. */
const OPERATORS = [
  ["José Pérez", "JOSE  perez", " josé pérez "],
  ["María López", "MARIA LOPEZ", "María  Lopez"],
  ["Nuñez, Agustín", "NUÑEZ, AGUSTIN", "nuñez,  agustín"],
  ["Zoë O'Brien", "ZOE O'BRIEN", "zoë o'brien"],
] as const;

/** One recorded call. */
export type RecordedCall = {
  number: number;
  /** JSON of its END. */
  body: string;
  bodySha256: string;
  /** The operator's name as this call spells it. */
  operator: string;
};

type RecordedCallInput = { number: number; campaignId: number; recordingUrl: string; operator?: string };

/**
 * The END of recorded call `number` as Anura sends it: the same number gives the same bytes, two numbers two calls. Every other one has an
 * id of the platform, every third one is outbound; the rest are known by their facts.
 */
export function recordedCall({ number, campaignId, recordingUrl, operator = spelling(number) }: RecordedCallInput): RecordedCall {
  const isOutbound = number % 3 === 0;
  const body = JSON.stringify(
    anuraBody({
      dialtime: new Date(Date.UTC(2026, 10, 20) + Math.floor(number / 5) * 1000).toISOString().slice(0, 19).replace("T", " "),
      direction: isOutbound ? "outbound" : "inbound",
      calling: `+54 9 11 ${String(number).padStart(8, "0")}`,
      duration: "3",
      billseconds: "1",
      audio_file_mp3: recordingUrl,
      accountname: isOutbound ? operator : "",
      queueagentname: isOutbound ? "" : operator,
      campaign_id: campaignId,
      hooktrigger: "END",
      ...(number % 2 === 0 ? { cdrid: `cdr-${number}` } : {}),
    }),
  );
  return { number, body, bodySha256: hash("sha256", body, "hex"), operator };
}

function spelling(number: number): string {
  const spellings = OPERATORS[number % OPERATORS.length] ?? OPERATORS[0];
  return spellings[Math.floor(number / OPERATORS.length) % spellings.length] ?? spellings[0];
}
