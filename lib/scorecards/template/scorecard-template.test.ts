import { expect, test } from "vitest";
import { LOCALES } from "@/lib/i18n/locales";
import { findScorecardProblems } from "../find-scorecard-problems";
import { scorecardContent } from "../scorecard-content";
import { scorecardTemplate } from "./scorecard-template";

test.each(LOCALES)("the template in %s can be published as it is, and asks the same ten questions as in any other language", (locale) => {
  const template = scorecardTemplate(locale);
  expect(scorecardContent.parse(template)).toEqual(template);
  expect(findScorecardProblems(template)).toEqual([]);
  const keysOf = (content: typeof template) => content.sections.flatMap(({ criteria }) => criteria.map(({ key }) => key));
  expect(keysOf(template)).toHaveLength(10);
  expect(keysOf(template)).toEqual(keysOf(scorecardTemplate("en")));
});
