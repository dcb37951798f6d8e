import { CRITERION_FIELDS } from "./criterion-fields";
import type { CriterionContent, ScorecardContent } from "./scorecard-content";

const COMPARED_FIELDS = ["section", ...CRITERION_FIELDS] as const;
type ComparedField = (typeof COMPARED_FIELDS)[number];

type PlacedCriterion = CriterionContent & { section: string };
export type FieldChange = { field: ComparedField; from: PlacedCriterion[ComparedField]; to: PlacedCriterion[ComparedField] };

export type CriterionChange = {
  key: string;
  change: "added" | "removed" | "changed";
  /** As they are now; of a removed criterion, as they were. */
  section: string;
  question: string;
  /** Whether it stands elsewhere among the criteria that were kept. */
  isMoved: boolean;
  fields: FieldChange[];
};

export type VersionDiff = { renamedSections: { from: string; to: string }[]; criteria: CriterionChange[] };

/**
 * What became of each criterion, by its key, in the order of the later content with what was removed behind. A criterion that is as it was is left
 * out; a section that only got another name is told once, not for each of its criteria.
 */
export function diffVersions(before: ScorecardContent, after: ScorecardContent): VersionDiff {
  const [then, now] = [placed(before), placed(after)];
  const old = new Map(then.map((criterion) => [criterion.key, criterion]));
  const present = new Set(now.map(({ key }) => key));
  const renamed = findRenamedSections(before, after);
  const stayed = longestRun(
    now.flatMap(({ key }) => (old.has(key) ? [key] : [])),
    then.map(({ key }) => key),
  );
  const changes = now.map((criterion): CriterionChange => {
    const { key, section, question } = criterion;
    const was = old.get(key);
    if (was === undefined) return { key, change: "added", section, question, isMoved: false, fields: [] };
    const fields = fieldChanges({ ...was, section: renamed.get(was.section) ?? was.section }, criterion);
    return { key, change: "changed", section, question, isMoved: !stayed.has(key), fields };
  });
  const removed = then
    .filter(({ key }) => !present.has(key))
    .map(({ key, section, question }): CriterionChange => ({ key, change: "removed", section, question, isMoved: false, fields: [] }));
  return {
    renamedSections: [...renamed].map(([from, to]) => ({ from, to })),
    criteria: [...changes.filter(({ change, isMoved, fields }) => change !== "changed" || isMoved || fields.length > 0), ...removed],
  };
}

function placed({ sections }: ScorecardContent): PlacedCriterion[] {
  return sections.flatMap(({ title, criteria }) => criteria.map((criterion) => ({ ...criterion, section: title })));
}

function fieldChanges(was: PlacedCriterion, is: PlacedCriterion): FieldChange[] {
  return COMPARED_FIELDS.filter((field) => textOf(was[field]) !== textOf(is[field])).map((field) => ({
    field,
    from: was[field],
    to: is[field],
  }));
}

/** The database keeps the parts of a rule in an order of its own. */
function textOf(value: unknown): string {
  return JSON.stringify(value, (_, part: unknown) =>
    typeof part === "object" && part !== null && !Array.isArray(part) ? Object.fromEntries(Object.entries(part).sort()) : part,
  );
}

/** Sections whose name is gone while all that was kept of them stands under one new name. */
function findRenamedSections(before: ScorecardContent, after: ScorecardContent): Map<string, string> {
  const oldTitles = new Set(before.sections.map(({ title }) => title));
  const newTitles = new Set(after.sections.map(({ title }) => title));
  const sectionNow = new Map(placed(after).map(({ key, section }) => [key, section]));
  const renamed = new Map<string, string>();
  for (const { title, criteria } of before.sections) {
    const targets = new Set(criteria.flatMap(({ key }) => sectionNow.get(key) ?? []));
    const [target] = targets;
    if (newTitles.has(title) || targets.size !== 1 || target === undefined || oldTitles.has(target)) continue;
    if (![...renamed.values()].includes(target)) renamed.set(title, target);
  }
  return renamed;
}

/** The longest run of keys that stand in the same order in both: what is not of it was moved. */
function longestRun(keys: string[], order: string[]): Set<string> {
  const rank = new Map(order.map((key, index) => [key, index]));
  const runs: { key: string; length: number; previous: number }[] = [];
  for (const key of keys) {
    const before = runs.reduce(
      (best, { key: other, length }, index) =>
        (rank.get(other) ?? 0) < (rank.get(key) ?? 0) && length > (runs[best]?.length ?? 0) ? index : best,
      -1,
    );
    runs.push({ key, length: (runs[before]?.length ?? 0) + 1, previous: before });
  }
  const run = new Set<string>();
  let at = runs.reduce((best, { length }, index) => (length > (runs[best]?.length ?? 0) ? index : best), -1);
  for (let link = runs[at]; link; link = runs[at]) {
    run.add(link.key);
    at = link.previous;
  }
  return run;
}
