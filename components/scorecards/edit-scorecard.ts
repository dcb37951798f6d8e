import { v7 } from "uuid";
import type { CriterionContent, ScorecardContent } from "@/lib/scorecards/scorecard-content";
import { spreadWeights } from "@/lib/scorecards/spread-weights";

/** A section as it is being drawn up: with an id that stays while it is renamed and moved. */
export type BuilderSection = { id: string; title: string; criteria: CriterionContent[] };

/** `by` -1 is up, 1 is down. */
export type ScorecardEdit =
  | { type: "add_section"; title: string }
  | { type: "rename_section"; id: string; title: string }
  | { type: "move_section"; id: string; by: -1 | 1 }
  | { type: "remove_section"; id: string }
  | { type: "add_criterion"; sectionId: string; criterion: CriterionContent }
  | { type: "change_criterion"; key: string; change: Partial<CriterionContent> }
  | { type: "duplicate_criterion"; key: string; newKey: string }
  | { type: "move_criterion"; key: string; by: -1 | 1 }
  | { type: "move_to_section"; key: string; sectionId: string }
  | { type: "remove_criterion"; key: string }
  | { type: "spread_weights" }
  | { type: "restore"; sections: BuilderSection[] };

/** The scorecard after an edit. What the edit does not touch stays the same object; a section that has lost its last criterion goes. */
export function editScorecard(sections: BuilderSection[], edit: ScorecardEdit): BuilderSection[] {
  return applied(sections, edit).filter(({ criteria }) => criteria.length > 0);
}

/** Whether a section has the title of the one before it: saved, the two are one section. */
export function isNamedAsTheOneBefore(sections: { title: string }[], index: number): boolean {
  return index > 0 && sections[index - 1]?.title.trim() === sections[index]?.title.trim();
}

/** The first number from one more than there are sections on that gives a title which none of them has. */
export function freeSectionTitle(sections: { title: string }[], titleOf: (number: number) => string): string {
  const taken = new Set(sections.map(({ title }) => title.trim()));
  let number = sections.length + 1;
  while (taken.has(titleOf(number))) number += 1;
  return titleOf(number);
}

/** A new question that nothing is known of yet. */
export function blankCriterion(key: string = v7()): CriterionContent {
  return {
    ...{ key, question: "", help: "", kind: "yes_no", maxPoints: null, passingPoints: null, weight: 0 },
    ...{ condition: null, critical: "none", mode: "manual", rule: null },
  };
}

/** A content to be edited. Its ids are the same wherever it is made from the same content. */
export function toBuilder({ sections }: ScorecardContent): BuilderSection[] {
  return sections.map((section, index) => ({ ...section, id: section.criteria[0]?.key ?? String(index) }));
}

/** What is saved of it. */
export function toContent(sections: BuilderSection[]): ScorecardContent {
  return { sections: sections.map(({ title, criteria }) => ({ title, criteria })) };
}

function applied(sections: BuilderSection[], edit: ScorecardEdit): BuilderSection[] {
  switch (edit.type) {
    case "add_section":
      return [...sections, { id: v7(), title: edit.title, criteria: [blankCriterion()] }];
    case "rename_section":
      return sections.map((section) => (section.id === edit.id ? { ...section, title: edit.title } : section));
    case "move_section":
      return moved(sections, { from: sections.findIndex(({ id }) => id === edit.id), by: edit.by });
    case "remove_section":
      return sections.filter(({ id }) => id !== edit.id);
    case "add_criterion":
      return withCriteria(sections, edit.sectionId, (criteria) => [...criteria, edit.criterion]);
    case "change_criterion":
      return sections.map((section) =>
        hasKey(section, edit.key)
          ? { ...section, criteria: section.criteria.map((one) => (one.key === edit.key ? settled({ ...one, ...edit.change }) : one)) }
          : section,
      );
    case "duplicate_criterion":
      return sections.map((section) => ({
        ...section,
        criteria: section.criteria.flatMap((one) => (one.key === edit.key ? [one, { ...one, key: edit.newKey, weight: 0 }] : [one])),
      }));
    case "move_criterion":
      return moveCriterion(sections, edit);
    case "move_to_section":
      return moveToSection(sections, edit);
    case "remove_criterion":
      return sections.map((section) => (hasKey(section, edit.key) ? without(section, edit.key) : section));
    case "spread_weights":
      return spreadWeights(sections);
    case "restore":
      return edit.sections;
  }
}

/** Points go with scales alone, and nobody needs more of them than there are. */
function settled(criterion: CriterionContent): CriterionContent {
  if (criterion.kind !== "scale") return { ...criterion, maxPoints: null, passingPoints: null };
  const maxPoints = criterion.maxPoints ?? 5;
  return { ...criterion, maxPoints, passingPoints: Math.min(criterion.passingPoints ?? 3, maxPoints) };
}

/** Over the edge of its section it goes on to the neighbour. */
function moveCriterion(sections: BuilderSection[], { key, by }: { key: string; by: -1 | 1 }): BuilderSection[] {
  const at = sections.findIndex((section) => hasKey(section, key));
  const section = sections[at];
  if (!section) return sections;
  const from = section.criteria.findIndex((one) => one.key === key);
  const isInside = from + by >= 0 && from + by < section.criteria.length;
  if (isInside) return withCriteria(sections, section.id, (criteria) => moved(criteria, { from, by }));
  const neighbour = sections[at + by];
  const criterion = section.criteria[from];
  if (!neighbour || !criterion) return sections;
  const taken = sections.map((one) => (one.id === section.id ? without(one, key) : one));
  return withCriteria(taken, neighbour.id, (criteria) => (by === 1 ? [criterion, ...criteria] : [...criteria, criterion]));
}

function moveToSection(sections: BuilderSection[], { key, sectionId }: { key: string; sectionId: string }): BuilderSection[] {
  const from = sections.find((section) => hasKey(section, key));
  const criterion = from?.criteria.find((one) => one.key === key);
  if (!from || !criterion || from.id === sectionId || !sections.some(({ id }) => id === sectionId)) return sections;
  return sections.map((section) =>
    section.id === sectionId
      ? { ...section, criteria: [...section.criteria, criterion] }
      : section.id === from.id
        ? without(section, key)
        : section,
  );
}

function without(section: BuilderSection, key: string): BuilderSection {
  return { ...section, criteria: section.criteria.filter((one) => one.key !== key) };
}

function withCriteria(
  sections: BuilderSection[],
  id: string,
  change: (criteria: CriterionContent[]) => CriterionContent[],
): BuilderSection[] {
  return sections.map((section) => (section.id === id ? { ...section, criteria: change(section.criteria) } : section));
}

function hasKey(section: BuilderSection, key: string): boolean {
  return section.criteria.some((one) => one.key === key);
}

function moved<Item>(items: Item[], { from, by }: { from: number; by: -1 | 1 }): Item[] {
  const item = items[from];
  if (item === undefined || from + by < 0 || from + by >= items.length) return items;
  const rest = items.filter((_, index) => index !== from);
  return [...rest.slice(0, from + by), item, ...rest.slice(from + by)];
}
