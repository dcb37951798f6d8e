import { z } from "zod";
import type { Direction } from "@/db/enums";
import type { DeliveryProblem } from "@/db/schema";
import { describeSent } from "@/lib/reception/body/describe-sent";
import { isNoValue } from "../no-value";

/** What one field says. `value` stands for nothing where there is a `problem` that refuses the delivery. */
export type FieldReading<T> = { value: T; problem: FieldProblem | null };
type FieldProblem = { code: "missing" | "no_value" | "malformed"; predicate: string };

/** Longest text kept of a field that is shown and searched. The raw bytes keep it whole. */
export const MAX_TEXT_LENGTH = 256;
/** What numeric(12, 3) holds. */
const MAX_SECONDS = 999_999_999;
const MAX_CAMPAIGN_ID = 2_147_483_647;

const DIRECTION_WORDS = new Map<string, Direction>([
  ...["inbound", "in", "entrante"].map((word): [string, Direction] => [word, "inbound"]),
  ...["outbound", "out", "saliente"].map((word): [string, Direction] => [word, "outbound"]),
]);
/** Everything else is not recorded. */
export const RECORDED_WORDS = new Set(["true", "1", "yes", "y", "si", "sí", "on"]);

/** Anura's words, read one by one: it never fails, so that a delivery is told all that is wrong with it at once. Its names stop here. */
export const anuraPayload = z
  .object({
    dialtime: field({ presence: "value", none: "", read: readText }),
    direction: field({ presence: "value", none: null, read: readDirection }),
    calling: field({ presence: "key", none: "", read: readText }),
    called: field({ presence: "key", none: "", read: readText }),
    status: field({ presence: "key", none: "", read: readTextIfAny }),
    duration: field({ presence: "value", none: 0, read: readSeconds }),
    billseconds: field({ presence: "value", none: 0, read: readSeconds }),
    wasrecorded: field({ presence: "key", none: false, read: readRecorded }),
    audio_file_mp3: field({ presence: "key", none: "", read: readWholeText }),
    accountname: field({ presence: "key", none: "", read: readWholeText }),
    accountextension: field({ presence: "key", none: "", read: readText }),
    queueagentname: field({ presence: "key", none: "", read: readWholeText }),
    answerterminal: field({ presence: "key", none: "", read: readWholeText }),
    campaign_id: field({ presence: "value", none: null, read: readCampaignId }),
    cdrid: field({ presence: "none", none: "", read: readWholeText }),
    hooktrigger: field({ presence: "none", none: "END", read: readEvent }),
  })
  .transform((body) => ({
    dialTime: body.dialtime,
    direction: body.direction,
    calling: body.calling,
    called: body.called,
    disposition: body.status,
    durationSeconds: body.duration,
    billableSeconds: body.billseconds,
    hasRecording: body.wasrecorded,
    recordingUrl: body.audio_file_mp3,
    accountName: body.accountname,
    extension: body.accountextension,
    queueAgentName: body.queueagentname,
    answerTerminal: body.answerterminal,
    campaignId: body.campaign_id,
    cdrId: body.cdrid,
    event: body.hooktrigger,
    problems: Object.entries(body).flatMap(([path, { problem }]) => toProblem(path, problem)),
  }));

export type AnuraPayload = z.infer<typeof anuraPayload>;

/** Reads one field's value, or says in `refused` what would be accepted. */
type Reader<T> = (sent: unknown) => { value: T } | { refused: string };
type Field<T> = { presence: "value" | "key" | "none"; none: T; read: Reader<T> };

function field<T>({ presence, none, read }: Field<T>) {
  return z
    .unknown()
    .optional()
    .transform((sent): FieldReading<T> => {
      if (sent === undefined) return { value: none, problem: presence === "none" ? null : MISSING };
      if (isNoValue(sent)) return { value: none, problem: presence === "value" ? noValue(sent) : null };
      const result = read(sent);
      if ("value" in result) return { value: result.value, problem: null };
      return {
        value: none,
        problem: { code: "malformed", predicate: `was sent as ${describeSent(sent)}; accepted is ${result.refused}.` },
      };
    });
}

const MISSING: FieldProblem = { code: "missing", predicate: "is not in the body." };

function noValue(sent: unknown): FieldProblem {
  return { code: "no_value", predicate: `needs a value, but ${describeSent(sent)} was sent.` };
}

function toProblem(path: string, problem: FieldProblem | null): DeliveryProblem[] {
  return problem ? [{ path, code: problem.code, message: `${path} ${problem.predicate}` }] : [];
}

function readWholeText(sent: unknown): { value: string } | { refused: string } {
  if (typeof sent === "string") return { value: sent.trim() };
  return typeof sent === "number" || typeof sent === "boolean" ? { value: String(sent) } : { refused: "a text" };
}

function readText(sent: unknown): { value: string } | { refused: string } {
  if (typeof sent !== "string") return readWholeText(sent);
  return { value: sent.length <= MAX_TEXT_LENGTH ? sent : sent.slice(0, MAX_TEXT_LENGTH).toWellFormed() };
}

/** For what no decision rests on: what is no text counts as nothing. */
function readTextIfAny(sent: unknown): { value: string } {
  const text = readText(sent);
  return "value" in text ? text : { value: "" };
}

function readDirection(sent: unknown): { value: Direction } | { refused: string } {
  const direction = typeof sent === "string" ? DIRECTION_WORDS.get(sent.trim().toLowerCase()) : undefined;
  return direction ? { value: direction } : { refused: "inbound, in or entrante; or outbound, out or saliente" };
}

function readSeconds(sent: unknown): { value: number } | { refused: string } {
  const isPlain = typeof sent === "string" && /^\d{1,20}(?:\.\d{1,20})?$/.test(sent.trim());
  const seconds = typeof sent === "number" ? sent : isPlain ? Number(sent) : Number.NaN;
  if (seconds >= 0 && seconds <= MAX_SECONDS) return { value: Math.round(seconds * 1000) / 1000 + 0 };
  return { refused: `a number of seconds from 0 to ${MAX_SECONDS}, such as 120, "120" or "120.5"` };
}

function readRecorded(sent: unknown): { value: boolean } {
  return { value: typeof sent !== "object" && RECORDED_WORDS.has(String(sent).normalize("NFC").trim().toLowerCase()) };
}

function readCampaignId(sent: unknown): { value: number } | { refused: string } {
  const text = typeof sent === "string" || typeof sent === "number" ? String(sent).trim() : "";
  const id = /^\d{1,20}(?:\.0{1,20})?$/.test(text) ? Number(text) : 0;
  return id >= 1 && id <= MAX_CAMPAIGN_ID ? { value: id } : { refused: "a campaign's number, such as 7" };
}

function readEvent(sent: unknown): { value: string } | { refused: string } {
  const text = readWholeText(sent);
  return "value" in text ? { value: text.value.toUpperCase().slice(0, 64).toWellFormed() } : text;
}
