import { sqlClient } from "@/db/client";
import { ANSWERS, type Answer, type AnswerSource } from "@/db/enums";
import type { Viewer } from "@/lib/auth/viewer";
import { AppError } from "@/lib/errors";
import { canAudit } from "../audit-access";

/** How far people agree with what the machine said to one question, by where the machine had it from. */
export type Agreement = {
  /** The same question through all versions, as the latest of them has it. */
  key: string;
  section: string;
  question: string;
  source: AnswerSource;
  /** How often a person answered where the machine had, and how often with the same answer. */
  comparedCount: number;
  agreedCount: number;
  /** What the machine let pass and a person did not, and the other way round. */
  missedFailureCount: number;
  falseFailureCount: number;
  /** Cohen's kappa: agreement beyond chance, 1 at most; null where all answers of both are one and the same. */
  kappa: number | null;
};

/** Days of contact, in the campaign's time zone, both included: YYYY-MM-DD. */
type ListAgreementInput = { viewer: Viewer; campaignId: number; from: string; to: string };

/**
 * Agreement between machines and people in the completed and validated audits of a campaign, question by question in the order of its scorecard;
 * questions that a person never answered after the machine are left out. Throws not-found for agents, and for a campaign that the viewer does not see.
 */
export async function listAgreement({ viewer, campaignId, from, to }: ListAgreementInput): Promise<Agreement[]> {
  const isVisible = canAudit(viewer) && (viewer.role === "admin" || viewer.campaignIds.includes(campaignId));
  if (!isVisible) throw new AppError("not_found", "There is no such campaign.");
  const pairs = await sqlClient<Pair[]>`
    with pairs as (
      select criteria.key, answers.machine_source as source, answers.machine_answer as machine, answers.answer as person, count(*)::int as count
      from audits join audit_answers as answers on answers.audit_id = audits.id join criteria on criteria.id = answers.criterion_id
      where audits.campaign_id = ${campaignId} and audits.contact_on between ${from} and ${to} and audits.kind = 'quality'
        and audits.status <> 'open' and answers.answered_by is not null and answers.machine_answer is not null
      group by 1, 2, 3, 4
    )
    select pairs.*, latest.section, latest.question from pairs cross join lateral (
      select criteria.section, criteria.question, versions.number, criteria.position
      from criteria join scorecard_versions as versions on versions.id = criteria.version_id
        join scorecards on scorecards.id = versions.scorecard_id
      where criteria.key = pairs.key and scorecards.campaign_id = ${campaignId} and versions.number is not null
      order by versions.number desc limit 1
    ) as latest
    order by latest.number desc, latest.position, pairs.source`;
  return [...Map.groupBy(pairs, ({ key, source }) => `${key} ${source}`).values()].flatMap(agreementOf);
}

/** How often machine and person answered so. */
type Pair = Pick<Agreement, "key" | "section" | "question" | "source"> & { machine: Answer; person: Answer; count: number };

function agreementOf(pairs: Pair[]): Agreement[] {
  const count = (holds: (pair: Pair) => boolean) => pairs.filter(holds).reduce((sum, pair) => sum + pair.count, 0);
  const comparedCount = count(() => true);
  const agreedCount = count(({ machine, person }) => machine === person);
  const shareOf = (side: "machine" | "person", answer: Answer) => count((pair) => pair[side] === answer) / comparedCount;
  const byChance = ANSWERS.reduce((sum, answer) => sum + shareOf("machine", answer) * shareOf("person", answer), 0);
  return pairs.slice(0, 1).map(({ key, section, question, source }) => ({
    ...{ key, section, question, source, comparedCount, agreedCount },
    missedFailureCount: count(({ machine, person }) => machine !== "fails" && person === "fails"),
    falseFailureCount: count(({ machine, person }) => machine === "fails" && person !== "fails"),
    kappa: byChance === 1 ? null : (agreedCount / comparedCount - byChance) / (1 - byChance),
  }));
}
