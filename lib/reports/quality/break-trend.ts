import { averageOf } from "./quality-measures";
import type { QualitySpan } from "./spans-of";

/** Audits of one time, one campaign and one version of its scorecard; `place` is the time's in `spans`. */
export type TrendRow = {
  place: number;
  campaignId: number;
  campaignName: string;
  version: number;
  versionId: string;
  audits: number;
  score: number;
};

/** `versionId`: the only version that it counts; null where it counts whatever was audited then. */
export type TrendPoint = { place: number; span: QualitySpan; versionId: string | null; audits: number; average: number };

/** Points that may be compared. `begins`: the versions that begin with it, or that the only campaign has in it. */
export type TrendLine = { begins: { campaignName: string; version: number }[]; points: TrendPoint[] };

/**
 * Lines of average scores, none of which crosses a change of version. Of one campaign a line for each version. Of several, all of them
 * together until one begins a version; a time in which a campaign has two stands alone. Rows are in the order of place and version.
 */
export function breakTrend(rows: TrendRow[], spans: QualitySpan[]): TrendLine[] {
  const isOfOne = new Set(rows.map(({ campaignId }) => campaignId)).size <= 1;
  return isOfOne ? linesOfOne(rows, spans) : linesOfSeveral(rows, spans);
}

function linesOfOne(rows: TrendRow[], spans: QualitySpan[]): TrendLine[] {
  const versions = [...Map.groupBy(rows, ({ version }) => version)].toSorted(([one], [other]) => one - other);
  return versions.map(([version, ofVersion]) => ({
    begins: ofVersion.slice(0, 1).map(({ campaignName }) => ({ campaignName, version })),
    points: ofVersion.map((row) => ({ ...pointOf(row.place, [row], spans), versionId: row.versionId })),
  }));
}

function linesOfSeveral(rows: TrendRow[], spans: QualitySpan[]): TrendLine[] {
  const latest = new Map<number, number>();
  const lines: TrendLine[] = [];
  let isOpen = false;
  for (const [place, ofPlace] of Map.groupBy(rows, (row) => row.place)) {
    // A campaign's first version in the range begins nothing: there is none before that it would differ from.
    const firstOf = (id: number) => ofPlace.find(({ campaignId }) => campaignId === id)?.version ?? 0;
    const begins = ofPlace.filter(({ campaignId, version }) => version > (latest.get(campaignId) ?? firstOf(campaignId)));
    for (const { campaignId, version } of ofPlace) latest.set(campaignId, Math.max(version, latest.get(campaignId) ?? 0));
    const isMixed = ofPlace.some(({ campaignId, version }) => version !== latest.get(campaignId));
    const point = pointOf(place, ofPlace, spans);
    const line = lines.at(-1);
    if (line && isOpen && !isMixed && begins.length === 0) line.points.push(point);
    // What begins with the first time of all began before it, for all that one knows.
    else lines.push({ begins: line ? begins.map(({ campaignName, version }) => ({ campaignName, version })) : [], points: [point] });
    isOpen = !isMixed;
  }
  return lines;
}

function pointOf(place: number, rows: TrendRow[], spans: QualitySpan[]): TrendPoint {
  const audits = rows.reduce((sum, row) => sum + row.audits, 0);
  const score = rows.reduce((sum, row) => sum + row.score, 0);
  return { place, span: spans[place] ?? { from: "", to: "" }, versionId: null, audits, average: averageOf(score, audits) ?? 0 };
}
