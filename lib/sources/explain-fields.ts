import type { DeliveryProblem } from "@/db/schema";
import type { BodyFields } from "@/lib/reception/body/decode-body";
import { nameKey } from "@/lib/reception/body/name-key";
import type { FieldExplanation, MadeValue } from "@/lib/reception/field-explanation";

const MAX_SENT_LENGTH = 1000;
const MAX_OTHER_FIELDS = 50;

type ExplainFieldsInput<Name extends string> = {
  body: { fields: BodyFields };
  /** The fields that the source knows, in the order of its guide. */
  known: readonly Name[];
  made: Record<Name, MadeValue | null>;
  problems: DeliveryProblem[];
  warnings: DeliveryProblem[];
};

/** What each known field of a body says and what was made of it, then what else the body holds, at most fifty of them. */
export function explainFields<Name extends string>(input: ExplainFieldsInput<Name>): FieldExplanation[] {
  const { body, known, made, problems, warnings } = input;
  const explain = (path: string, sent: unknown, value: MadeValue | null): FieldExplanation => ({
    path: nameKey(path),
    sent: sentText(sent),
    made: value,
    ...judge({ path: nameKey(path), problems, warnings, isUsed: value !== null }),
  });
  const others = Object.keys(body.fields).filter((key) => !known.some((name) => name === key));
  return [
    ...known.map((name) => explain(name, body.fields[name], made[name])),
    ...others.slice(0, MAX_OTHER_FIELDS).map((key) => explain(key, body.fields[key], null)),
  ];
}

/** A text that was made of a field; null for an empty one, which says nothing. */
export function madeText(value: string): MadeValue | null {
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
