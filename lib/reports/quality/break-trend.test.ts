import { expect, test } from "vitest";
import { breakTrend, type TrendRow } from "./break-trend";
import { spansOf } from "./spans-of";

const SPANS = spansOf("month", { from: "2026-01-01", to: "2026-06-30" });

function row(place: number, campaignId: number, version: number, score = 8_000, audits = 1): TrendRow {
  const names = { campaignName: `Campaign ${campaignId}`, versionId: `${campaignId} v${version}` };
  return { place, campaignId, ...names, version, audits, score: score * audits };
}

/** Lines as the places of their points, with what begins. */
function linesOf(rows: TrendRow[]) {
  return breakTrend(rows, SPANS).map(({ begins, points }) => ({
    begins: begins.map(({ campaignName, version }) => `${campaignName} v${version}`),
    places: points.map(({ place }) => place),
  }));
}

test("one campaign has a line for each version, also in a time that has both", () => {
  expect(linesOf([row(0, 1, 1), row(1, 1, 1), row(1, 1, 2), row(3, 1, 2)])).toEqual([
    { begins: ["Campaign 1 v1"], places: [0, 1] },
    { begins: ["Campaign 1 v2"], places: [1, 3] },
  ]);
});

test("several campaigns have one line until one of them begins a version, and a time with two of them stands alone", () => {
  const rows = [
    row(0, 1, 1),
    row(0, 2, 4),
    row(1, 1, 1),
    row(2, 1, 2),
    row(2, 2, 4),
    row(3, 1, 2),
    row(4, 2, 4),
    row(4, 2, 5),
    row(5, 2, 5),
  ];
  expect(linesOf(rows)).toEqual([
    { begins: [], places: [0, 1] },
    { begins: ["Campaign 1 v2"], places: [2, 3] },
    { begins: ["Campaign 2 v5"], places: [4] },
    { begins: [], places: [5] },
  ]);
});

test("a campaign that comes later, or is missing for a time, breaks nothing", () => {
  expect(linesOf([row(0, 1, 3), row(1, 2, 1), row(2, 1, 3), row(2, 2, 1)])).toEqual([{ begins: [], places: [0, 1, 2] }]);
});

test("a point averages all audits of its time, each once", () => {
  const [line] = breakTrend([row(0, 1, 1, 9_000, 3), row(0, 2, 1, 5_000, 1)], SPANS);
  expect(line?.points).toEqual([{ place: 0, span: { from: "2026-01-01", to: "2026-01-31" }, versionId: null, audits: 4, average: 80 }]);
});

test("a point says of which version it is where there is one campaign, whose versions have points of their own", () => {
  const idsOf = (rows: TrendRow[]) => breakTrend(rows, SPANS).map(({ points }) => points.map(({ versionId }) => versionId));
  expect(idsOf([row(0, 1, 1), row(1, 1, 1), row(1, 1, 2)])).toEqual([["1 v1", "1 v1"], ["1 v2"]]);
  expect(idsOf([row(0, 1, 1), row(1, 2, 1)])).toEqual([[null, null]]);
});

test("weeks begin on Mondays, and what begins or ends outside of the range is cut", () => {
  expect(spansOf("week", { from: "2026-11-25", to: "2026-12-08" })).toEqual([
    { from: "2026-11-25", to: "2026-11-29" },
    { from: "2026-11-30", to: "2026-12-06" },
    { from: "2026-12-07", to: "2026-12-08" },
  ]);
  expect(spansOf("month", { from: "2026-01-31", to: "2026-03-01" })).toEqual([
    { from: "2026-01-31", to: "2026-01-31" },
    { from: "2026-02-01", to: "2026-02-28" },
    { from: "2026-03-01", to: "2026-03-01" },
  ]);
  expect(spansOf("day", { from: "2026-02-28", to: "2026-03-01" })).toHaveLength(2);
});
