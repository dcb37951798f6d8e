/** One measured figure beside what it must be. `isMet` null: nothing is asked of it. */
export type Figure = { what: string; must: string; measured: string; isMet: boolean | null; runs: string };

/** What one line of the benchmark found. Notes are sentences on how it was measured and what it showed. */
export type LineReport = { figures: Figure[]; notes: string[] };

export type LineOptions = { isQuick: boolean };

/** A report as Markdown: a table and its notes. */
export function renderLineReport({ figures, notes }: LineReport): string {
  const rows = figures.map(({ what, must, measured, isMet, runs }) => {
    const verdict = isMet === null ? "" : isMet ? "yes" : "**no**";
    return `| ${what} | ${must} | ${measured} | ${verdict} | ${runs} |`;
  });
  return ["| what | must | measured | met | each run |", "|---|---|---|---|---|", ...rows, "", ...notes.map((note) => `- ${note}`)].join(
    "\n",
  );
}
