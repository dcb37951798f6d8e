import { v7 } from "uuid";
import { z } from "zod";
import { locateJsonError } from "@/lib/reception/body/locate-json-error";
import { locateOffset } from "@/lib/reception/body/locate-offset";
import { type ScorecardContent, scorecardContent } from "./scorecard-content";
import { SCORECARD_FILE_FORMAT, SCORECARD_FILE_VERSION } from "./scorecard-file";
import { MAX_SCORECARD_FILE_BYTES } from "./scorecard-limits";

/** Where in a file something is, by the numbers of section and criterion from 0, and the name of the field there; null where it is not of one. */
type Place = { section: number | null; criterion: number | null; field: string | null };

/** What is wrong with a file. */
export type ScorecardFileProblem =
  | { code: "too_large" | "not_a_scorecard" | "other_version" | "too_many_sections" | "too_many_criteria" | "key_twice" }
  | { code: "not_json"; line: number; column: number }
  | ({ code: "missing" | "wrong" | "unknown" } & Place);

export type ReadScorecardFile = { content: ScorecardContent; problems: [] } | { content: null; problems: ScorecardFileProblem[] };

/** More help nobody, who has to mend them one by one. */
const MAX_PROBLEMS = 20;

/** The scorecard in a file as exportScorecard writes it, or all that is wrong with it. A criterion without a key is a new question and gets one. */
export function readScorecardFile(text: string): ReadScorecardFile {
  if (Buffer.byteLength(text) > MAX_SCORECARD_FILE_BYTES) return refused({ code: "too_large" });
  const source = text.replace(/^\uFEFF/, "");
  let value: unknown;
  try {
    value = JSON.parse(source);
  } catch {
    return refused({ code: "not_json", ...locateOffset(source, locateJsonError(source)?.offset ?? source.length) });
  }
  const file = fileHead.safeParse(value);
  if (!file.success) return refused({ code: "not_a_scorecard" });
  if (file.data.version !== SCORECARD_FILE_VERSION) return refused({ code: "other_version" });
  const read = scorecardContent.safeParse({ sections: withKeys(file.data.sections) }, { reportInput: true });
  if (read.success) return { content: read.data, problems: [] };
  return refused(...read.error.issues.flatMap(problemsOf).slice(0, MAX_PROBLEMS));
}

const fileHead = z.object({ format: z.literal(SCORECARD_FILE_FORMAT), version: z.number(), sections: z.unknown().optional() });

function refused(...problems: ScorecardFileProblem[]): ReadScorecardFile {
  return { content: null, problems };
}

const sectionsOfCriteria = z.array(z.looseObject({ criteria: z.array(z.looseObject({})) }));

function withKeys(sections: unknown): unknown {
  const known = sectionsOfCriteria.safeParse(sections);
  if (!known.success) return sections;
  return known.data.map((section) => ({ ...section, criteria: section.criteria.map((criterion) => ({ key: v7(), ...criterion })) }));
}

function problemsOf(issue: z.core.$ZodIssue): ScorecardFileProblem[] {
  const [, section, part, criterion, field] = issue.path;
  const at: Place = {
    section: typeof section === "number" ? section : null,
    criterion: typeof criterion === "number" ? criterion : null,
    field: typeof field === "string" ? field : part !== undefined && criterion === undefined ? String(part) : null,
  };
  if (issue.path.length === 0 || (issue.path[0] === "sections" && issue.path.length === 1)) return [ofWhole(issue)];
  if (issue.code === "unrecognized_keys") return issue.keys.map((key) => ({ code: "unknown", ...at, field: key }));
  if (issue.code === "custom" && at.field === null) return [{ code: "wrong", ...at, field: "passingPoints" }];
  const isMissing = issue.code === "invalid_type" && issue.input === undefined;
  return [{ code: isMissing ? "missing" : "wrong", ...at }];
}

function ofWhole(issue: z.core.$ZodIssue): ScorecardFileProblem {
  if (issue.code === "too_big") return { code: "too_many_sections" };
  if (issue.code === "custom") return { code: issue.params?.problem === "key_twice" ? "key_twice" : "too_many_criteria" };
  return { code: "missing", section: null, criterion: null, field: "sections" };
}
