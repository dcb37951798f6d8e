import { expect } from "@playwright/test";
import { test } from "./fixtures/rights-test";
import { walkActions } from "./rights/walk-actions";

test("each server action acts for whom it should; for anybody else it changes no row of any table and answers with nothing", async ({
  application,
}) => {
  test.setTimeout(300_000);
  expect(await walkActions(application)).toEqual([]);
});
