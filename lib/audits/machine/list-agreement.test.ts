import { expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import type { Answer } from "@/db/enums";
import { type MadeScorecard, makeAudit, makeScorecard } from "@/db/testing/make-audit";
import { makeCampaign, makeOperator } from "@/db/testing/make-task";
import { makeViewer } from "../testing/make-sheet";
import { listAgreement } from "./list-agreement";

const RANGE = { from: "2026-11-20", to: "2026-11-20" };

type Said = { machine: Answer; person?: Answer; source?: "rule" | "model" };
type MakeInput = {
  campaignId: number;
  scorecard: MadeScorecard;
  userId: string;
  said: Said[];
  audit?: Parameters<typeof makeAudit>[0]["audit"];
};

async function make({ campaignId, scorecard, userId, said, audit }: MakeInput): Promise<void> {
  await makeAudit({
    ...{ scorecard, campaignId, operatorId: await makeOperator() },
    audit: { status: "completed", score: 50, completedAt: new Date(), ...audit },
    answers: said.map(({ machine, person, source = "rule" }) => ({
      ...{ machineAnswer: machine, machineSource: source, answer: person ?? machine, answeredBy: person ? userId : null },
    })),
  });
}

test("of each question it is told how often a person agreed with the machine, by source, and beyond chance", async () => {
  const campaignId = await makeCampaign();
  const viewer = await makeViewer("auditor", [campaignId]);
  const scorecard = await makeScorecard({ campaignId });
  const say = (said: Said[], audit: MakeInput["audit"] = {}) => make({ campaignId, scorecard, userId: viewer.userId, said, audit });
  for (const [machine, person] of [
    ...[["complies", "complies"] as const, ["complies", "complies"] as const, ["complies", "fails"] as const],
    ...[["fails", "fails"] as const, ["fails", "complies"] as const],
  ])
    await say([
      { machine, person },
      { machine: "complies", person: "complies", source: "model" },
    ]);
  // None of these compares anything: the machine's answer counts, the audit is open, or of another day.
  await say([{ machine: "fails" }]);
  await say([{ machine: "fails", person: "complies" }], { status: "open", completedAt: null });
  await say([{ machine: "fails", person: "complies" }], { contactOn: "2026-11-21" });

  const [hello, goodbye, ...rest] = await listAgreement({ viewer, campaignId, ...RANGE });
  expect(hello).toMatchObject({ question: "Said hello?", source: "rule", comparedCount: 5, agreedCount: 3 });
  expect(hello).toMatchObject({ missedFailureCount: 1, falseFailureCount: 1, kappa: expect.closeTo(1 / 6) });
  expect(goodbye).toMatchObject({ question: "Said goodbye?", section: "Closing", source: "model", comparedCount: 5, agreedCount: 5 });
  expect(goodbye).toMatchObject({ kappa: null });
  expect(rest).toEqual([]);
});

test("a question is the same through versions, in the words of the latest, and copies in other campaigns count for themselves", async () => {
  const [campaignId, elsewhere] = [await makeCampaign(), await makeCampaign()];
  const viewer = await makeViewer("admin");
  const key = "0199a1b2-0000-7000-8000-00000000000a";
  const scorecard = await makeScorecard({ campaignId, criteria: [{ key, question: "Old words?" }] });
  const copy = await makeScorecard({ campaignId: elsewhere, criteria: [{ key, question: "Elsewhere?" }] });
  const said: Said[] = [{ machine: "fails", person: "fails" }];
  await make({ campaignId, scorecard, userId: viewer.userId, said });
  await make({ campaignId: elsewhere, scorecard: copy, userId: viewer.userId, said });
  const [version] =
    await sqlClient`insert into scorecard_versions (id, scorecard_id) values (gen_random_uuid(), ${scorecard.scorecardId}) returning id`;
  const [criterion] = await sqlClient`insert into criteria (id, version_id, key, position, section, question, kind, weight)
    values (gen_random_uuid(), ${version?.id}, ${key}, 0, 'Opening', 'New words?', 'yes_no', 100) returning id`;
  await sqlClient`update scorecard_versions set number = 2, published_at = now() where id = ${version?.id}`;
  const next = { ...scorecard, versionId: version?.id, criterionIds: [criterion?.id] };
  await make({ campaignId, scorecard: next, userId: viewer.userId, said: [{ machine: "fails", person: "complies" }] });
  expect(await listAgreement({ viewer, campaignId, ...RANGE })).toMatchObject([
    { key, question: "New words?", comparedCount: 2, agreedCount: 1, falseFailureCount: 1 },
  ]);
  expect(await listAgreement({ viewer, campaignId: elsewhere, ...RANGE })).toMatchObject([{ question: "Elsewhere?", comparedCount: 1 }]);
});

test("agents see none, and others none of a campaign that they do not see", async () => {
  const campaignId = await makeCampaign();
  for (const viewer of [await makeViewer("agent", [campaignId]), await makeViewer("auditor"), await makeViewer("supervisor")])
    await expect(listAgreement({ viewer, campaignId, ...RANGE })).rejects.toMatchObject({ code: "not_found" });
});
