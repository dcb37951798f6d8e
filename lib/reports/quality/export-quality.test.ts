import { beforeAll, expect, test } from "vitest";
import { sqlClient } from "@/db/client";
import { makeOperator, makeUser } from "@/db/testing/make-task";
import type { Viewer } from "@/lib/auth/viewer";
import { exportQuality } from "./export-quality";
import { getQualityReport } from "./get-quality-report";
import { exportQualityPdf, type QualityPdfWords } from "./pdf/export-quality-pdf";
import { printable } from "./pdf/printable";
import { QUALITY_TABLES, type QualityTable, type QualityTableOptions, type QualityTableWords, readQualityTable } from "./quality-tables";
import { type AuditedCalls, makeAuditedCalls } from "./testing/make-audited-calls";
import { readPdfText } from "./testing/read-pdf-text";

const FILTERS = { from: "2026-09-01", to: "2026-12-31" };
const OPTIONS: QualityTableOptions = {
  ...{ by: "operator", sort: { key: "audits", order: "desc" }, questionSort: { key: "share", order: "desc" } },
  ...{ problem: "lowest", conversion: "operator" },
};
const WORDS: QualityTableWords = {
  ...{
    by: (group) => group,
    measure: (measure) => measure,
    column: (column) => column,
    critical: (level) => level,
    channel: (channel) => channel,
  },
  ...{ noOperator: "Sin operador", machine: "La máquina" },
};

let made: AuditedCalls;
let admin: Viewer;
beforeAll(async () => {
  made = await makeAuditedCalls(80);
  admin = { userId: await makeUser({ name: "Zoë" }), role: "admin", campaignIds: [], operatorId: null };
});

async function fileOf(pieces: AsyncIterable<Uint8Array>): Promise<Buffer> {
  const all: Uint8Array[] = [];
  for await (const piece of pieces) all.push(piece);
  return Buffer.concat(all);
}

test("every table leaves whole, as the report says it, and the audit log has who took it", async () => {
  for (const table of QUALITY_TABLES) {
    const { rows, shares, head } = await readQualityTable({ viewer: admin, filters: FILTERS, table, options: OPTIONS, words: WORDS });
    expect(rows.length, table).toBeGreaterThan(0);
    for (const row of rows) {
      expect(row).toHaveLength(head.length);
      for (const share of shares) expect(row[share] === null || (Number(row[share]) >= 0 && Number(row[share]) <= 1)).toBe(true);
    }
    const csv = (
      await fileOf(exportQuality({ viewer: admin, filters: FILTERS, table, options: OPTIONS, words: WORDS, format: "csv" }))
    ).toString();
    expect(csv.trimEnd().split("\r\n")).toHaveLength(rows.length + 1);
    const xlsx = await fileOf(exportQuality({ viewer: admin, filters: FILTERS, table, options: OPTIONS, words: WORDS, format: "xlsx" }));
    expect(xlsx.subarray(0, 2).toString()).toBe("PK");
  }
  const entries = await sqlClient`
    select object_id as id, details->>'format' as format from audit_log where action = 'quality.exported' and actor_id = ${admin.userId} order by id`;
  expect(entries).toHaveLength(2 * QUALITY_TABLES.length);
});

test("what each role takes away holds only what it may see", async () => {
  const [first = 0] = made.campaignIds;
  const agent: Viewer = {
    userId: await makeUser({ role: "agent" }),
    role: "agent",
    campaignIds: [],
    operatorId: made.operatorIds[0] ?? null,
  };
  const auditor: Viewer = { userId: made.auditorIds[0] ?? "", role: "auditor", campaignIds: [first], operatorId: null };
  const csvOf = async (viewer: Viewer, table: QualityTable, options = OPTIONS) =>
    (await fileOf(exportQuality({ viewer, filters: FILTERS, table, options, words: WORDS, format: "csv" }))).toString();
  for (const table of ["groups", "problems", "heat", "conversion"] as const) {
    const own = await csvOf(agent, table);
    expect(own).toContain("Ana");
    for (const other of ["Beto", "Caro", "perCall"]) expect(own).not.toContain(other);
  }
  expect(await csvOf(auditor, "groups", { ...OPTIONS, by: "campaign" })).not.toContain("Second");
  expect(await csvOf(admin, "conversion")).toContain("perCall");
  for (const viewer of [agent, auditor]) await expect(csvOf(viewer, "auditors")).rejects.toMatchObject({ code: "not_found" });
});

test("the report on paper has its numbers, filters and days as text, with the accents of names", async () => {
  const operatorId = made.operatorIds[0] ?? "";
  await sqlClient`update operators set name = 'Íñigo Conceição Łuk' where id = ${operatorId}`;
  await makeOperator("=Nobody");
  const words: QualityPdfWords = {
    ...{
      language: "es",
      title: "Reporte de calidad",
      lines: ["Filtros: ninguno (America/Argentina/Buenos_Aires)"],
      table: WORDS,
      notes: {},
    },
    ...{
      titleOf: (part) => `Título ${part}`,
      count: String,
      score: (score) => score.toFixed(2),
      share: (share) => `${(100 * share).toFixed(1)}%`,
    },
    ...{ day: (day) => day, begins: (campaign, version) => `${campaign} v${version}`, page: (page, pages) => `Página ${page} de ${pages}` },
    rows: (shown, count) => `${shown}/${count}`,
  };
  const file = await fileOf(exportQualityPdf({ viewer: admin, filters: FILTERS, options: OPTIONS, words }));
  expect(file.subarray(0, 5).toString()).toBe("%PDF-");
  const text = readPdfText(file);
  const { total, rows } = await getQualityReport({ viewer: admin, by: "operator", filters: FILTERS });
  for (const said of [
    "Reporte de calidad",
    "(America/Argentina/Buenos_Aires)",
    "Título heat",
    "Título conversion",
    "Íñigo Conceição",
    "Página 1 de",
  ])
    expect(text).toContain(said);
  expect(text).toContain((total.average ?? 0).toFixed(2));
  for (const { audits, average } of rows.filter((row) => row.audits > 0)) {
    expect(text).toContain(`\n${audits}\n`);
    expect(text).toContain(String(average));
  }
  const entries =
    await sqlClient`select details->>'table' as part from audit_log where action = 'quality.exported' and details->>'format' = 'pdf'`;
  expect([...entries]).toEqual([{ part: "report" }]);
});

test("what the fonts of a PDF lack is printed without its accent, or as a question mark", () => {
  expect(printable("¿Ñandú, coração — “sí”… 5 €?")).toBe("¿Ñandú, coração — “sí”… 5 €?");
  expect(printable("Łukasz Řehoř Ωmega 你\n好")).toBe("?ukasz Rehor ?mega ? ?");
});
