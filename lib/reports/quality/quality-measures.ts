import type { ISql } from "postgres";

/** Of the tasks that began in the range: how many there are, and how many of them have a completed audit. Machine and people apart. */
export type QualityCoverage = {
  tasks: number;
  /** No person has had to do with the answers. */
  byMachine: number;
  /** A person gave, changed or took over some answers. */
  byPeople: number;
  /** Signed off by a person, of both. */
  validated: number;
};

/** What some audits amount to. Averages have two decimals, as scores have, and are null without audits. */
export type QualityMeasures = {
  audits: number;
  average: number | null;
  averageWithoutFail: number | null;
  passed: number;
  /** Audits in which a critical criterion failed. */
  critical: number;
  /** Null where it makes no sense to ask how many of all calls were audited: by auditor, by version, of contacts that are no calls. */
  coverage: QualityCoverage | null;
};

/** The sums that measuresOf reads, of rows of quality_facts named `f`. */
export function qualitySums(sql: ISql) {
  return sql`count(*)::float8 as audits, coalesce(sum(f.score), 0)::float8 as score, coalesce(sum(f.score_without_fail), 0)::float8 as "scoreWithoutFail",
    (count(*) filter (where f.is_passed))::float8 as passed, (count(*) filter (where f.has_critical_failure))::float8 as critical,
    (count(*) filter (where f.task_id is not null and f.is_by_machine))::float8 as "byMachine",
    (count(*) filter (where f.task_id is not null and not f.is_by_machine))::float8 as "byPeople",
    (count(*) filter (where f.task_id is not null and f.is_validated))::float8 as validated`;
}

/** Sums of quality_facts; scores in hundredths. */
export type QualitySums = {
  audits: number;
  score: number;
  scoreWithoutFail: number;
  passed: number;
  critical: number;
  byMachine: number;
  byPeople: number;
  validated: number;
};

/** `tasks` null: coverage is not asked for. */
export function measuresOf(sums: QualitySums | undefined, tasks: number | null): QualityMeasures {
  const { audits, score, scoreWithoutFail, passed, critical, byMachine, byPeople, validated } = sums ?? NOTHING;
  return {
    ...{ audits, passed, critical, average: averageOf(score, audits), averageWithoutFail: averageOf(scoreWithoutFail, audits) },
    coverage: tasks === null ? null : { tasks, byMachine, byPeople, validated },
  };
}

/** The average score of some audits from the sum of their scores in hundredths; half a hundredth goes up. */
export function averageOf(hundredths: number, audits: number): number | null {
  return audits === 0 ? null : Math.round(hundredths / audits) / 100;
}

const NOTHING: QualitySums = {
  ...{ audits: 0, score: 0, scoreWithoutFail: 0, passed: 0, critical: 0, byMachine: 0, byPeople: 0, validated: 0 },
};
