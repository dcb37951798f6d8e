import { useTranslations } from "next-intl";
import { QualityTable } from "@/components/quality/quality-table";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { Panel } from "@/components/ui/panel";
import type { QualityReport, QualityRow } from "@/lib/reports/quality/get-quality-report";
import { orderQuality } from "@/lib/reports/quality/quality-order";
import { measureHref } from "../audit-links";
import { groupsFor, sortLinks, sortOf } from "../report-view";
import { TableExport } from "../table-export";
import type { PartProps } from "./part";

/** Rows that are shown before somebody wants all. */
const MAX_ROWS = 50;

/** The report by one thing at a time. */
export function GroupsPart({ viewer, params, filters, by, here, report: { rows, total } }: PartProps & { report: QualityReport }) {
  const t = useTranslations("quality");
  const ordered = orderQuality(rows, sortOf(params, by));
  const shown = params.all ? ordered : ordered.slice(0, MAX_ROWS);
  const narrowHrefOf = (row: QualityRow) => {
    const usual = { sort: null, order: "desc", all: false } as const;
    if (row.span !== null) return here({ ...row.span, by: viewer.role === "agent" ? "day" : "operator", ...usual });
    if (by === "campaign") return here({ campaign: [Number(row.value)], by: viewer.role === "agent" ? "week" : "operator", ...usual });
    if (by === "operator") return row.value === "" ? null : here({ operator: row.value, by: "week", ...usual });
    return row.value === "" ? here({ maker: "machine", by: "operator", ...usual }) : here({ auditor: row.value, by: "operator", ...usual });
  };
  return (
    <Panel title={t(`titles.${by}`)} actions={<TableExport params={params} table="groups" />}>
      <ChoiceLinks
        isInPanel
        label={t("breakdown")}
        choices={groupsFor(viewer).map((group) => ({
          label: t(`by.${group}`),
          href: here({ by: group, sort: null, order: "desc", all: false }),
          isCurrent: group === by,
        }))}
        className="mx-4 my-3 w-fit flex-wrap"
      />
      <QualityTable
        by={by}
        rows={shown}
        total={total}
        sortLinkOf={sortLinks(params, by, here).groups}
        narrowHrefOf={narrowHrefOf}
        hrefOf={(measure, row) => measureHref(measure, filters, row && { by, row })}
      />
      {shown.length < ordered.length && (
        <p className="border-t border-border px-4 py-2 text-[0.8125rem] text-muted">
          {t("moreRows", { shown: shown.length, count: ordered.length })}{" "}
          <a href={here({ all: true })} className="text-accent underline">
            {t("showAll")}
          </a>
        </p>
      )}
    </Panel>
  );
}
