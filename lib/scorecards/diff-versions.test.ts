import { expect, test } from "vitest";
import { diffVersions } from "./diff-versions";
import type { CriterionContent, ScorecardContent } from "./scorecard-content";
import { criterionOf } from "./testing/scorecard-of";

const asked = (question: string) => criterionOf({ question, weight: 25 });
const [hello, name, offer, goodbye] = [asked("Hello?"), asked("Name?"), asked("Offer?"), asked("Goodbye?")] as const;
const content = (...sections: [string, CriterionContent[]][]): ScorecardContent => ({
  sections: sections.map(([title, criteria]) => ({ title, criteria })),
});
const before = content(["Opening", [hello, name]], ["Closing", [offer, goodbye]]);

test("two equal versions differ in nothing, whatever the order of a rule's parts", () => {
  const rules = [
    { maxSilenceRatio: 0.1, agentTalkRatio: { min: 0.1, max: 0.2 } },
    { agentTalkRatio: { max: 0.2, min: 0.1 }, maxSilenceRatio: 0.1 },
  ];
  const [one, other] = rules.map((rule) => content(["Opening", [{ ...hello, rule }]]));
  expect(diffVersions(before, before)).toEqual({ renamedSections: [], criteria: [] });
  expect(diffVersions(one ?? before, other ?? before).criteria).toEqual([]);
});

test("what was added, removed and changed is told by its key, each field with what it was", () => {
  const added = criterionOf({ question: "New?" });
  const after = content(["Opening", [{ ...hello, weight: 30, rule: { maxSilenceRatio: 0.1 } }, added]], ["Closing", [offer, goodbye]]);
  expect(diffVersions(before, after).criteria).toEqual([
    {
      ...{ key: hello.key, change: "changed", section: "Opening", question: "Hello?", isMoved: false },
      fields: [
        { field: "weight", from: 25, to: 30 },
        { field: "rule", from: null, to: { maxSilenceRatio: 0.1 } },
      ],
    },
    { key: added.key, change: "added", section: "Opening", question: "New?", isMoved: false, fields: [] },
    { key: name.key, change: "removed", section: "Opening", question: "Name?", isMoved: false, fields: [] },
  ]);
});

test("of a criterion that went elsewhere it alone is told, not those that it passed", () => {
  const first = content(["Opening", [goodbye, hello, name]], ["Closing", [offer]]);
  expect(diffVersions(before, first).criteria).toMatchObject([
    { question: "Goodbye?", isMoved: true, fields: [{ field: "section", from: "Closing", to: "Opening" }] },
  ]);
  const within = content(["Opening", [name, hello]], ["Closing", [offer, goodbye]]);
  expect(diffVersions(before, within).criteria.filter(({ isMoved }) => isMoved)).toHaveLength(1);
  expect(diffVersions(before, content(["Opening", [hello]], ["Closing", [name, offer, goodbye]])).criteria).toMatchObject([
    { question: "Name?", isMoved: false, fields: [{ field: "section" }] },
  ]);
});

test("a section with another name is told once, and one that was split is not a rename", () => {
  const renamed = content(["Greeting", [hello, name]], ["Closing", [offer, goodbye]]);
  expect(diffVersions(before, renamed)).toEqual({ renamedSections: [{ from: "Opening", to: "Greeting" }], criteria: [] });
  const split = content(["Greeting", [hello]], ["Identity", [name]], ["Closing", [offer, goodbye]]);
  expect(diffVersions(before, split).renamedSections).toEqual([]);
  expect(diffVersions(before, split).criteria).toHaveLength(2);
});
