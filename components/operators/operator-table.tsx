"use client";

import { createColumnHelper, useTable } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable, type DataTablePart, dataTableFeatures, type SortLink } from "@/components/data-table/data-table";
import { RowLink } from "@/components/data-table/row-link";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { OperatorListItem } from "@/lib/operators/list-operators";
import { MAX_COUNTED_TASKS } from "@/lib/operators/max-counted-tasks";

const helper = createColumnHelper<typeof dataTableFeatures, OperatorListItem>();

type OperatorTableProps = { operators: OperatorListItem[]; sortLinks: Record<string, SortLink> };

/** The list of operators. Where there is less room there are fewer columns; on a phone the last call stands under the name. */
export function OperatorTable({ operators, sortLinks }: OperatorTableProps) {
  const t = useTranslations("operators");
  const columns = useOperatorColumns();
  const table = useTable({ features: dataTableFeatures, columns, data: operators, getRowId: (operator) => operator.id });
  return (
    <DataTable
      table={table}
      render={(part: DataTablePart<OperatorListItem>): ReactNode => <table.FlexRender {...part} />}
      caption={t("caption")}
      sortLinks={sortLinks}
      isNew={() => false}
    />
  );
}

function useOperatorColumns() {
  const t = useTranslations("operators");
  return useMemo(
    () =>
      helper.columns([
        helper.accessor("name", {
          header: t("columns.name"),
          meta: { className: "max-w-40 sm:max-w-72" },
          cell: ({ row: { original: operator } }) => (
            <>
              <RowLink href={`/dashboard/operators/${operator.id}`} className="block truncate font-medium">
                {operator.name}
              </RowLink>
              {operator.mergedInto && (
                <span className="block truncate text-xs text-muted">{t("mergedInto", { name: operator.mergedInto.name })}</span>
              )}
              <span className="block text-xs text-muted sm:hidden">
                {operator.lastCallAt ? <TimeWithZone value={operator.lastCallAt} isShort /> : t("noCalls")}
              </span>
            </>
          ),
        }),
        helper.accessor("aliasCount", {
          header: t("columns.aliases"),
          meta: { isNumeric: true, className: "hidden md:table-cell" },
          cell: ({ getValue }) => <span className={`tabular-nums ${getValue() === 0 ? "text-muted" : ""}`}>{getValue()}</span>,
        }),
        helper.accessor("origin", {
          header: t("columns.origin"),
          meta: { className: "hidden lg:table-cell" },
          cell: ({ getValue }) => t(`origins.${getValue()}`),
        }),
        helper.accessor("taskCount", {
          header: t("columns.tasks"),
          meta: { isNumeric: true },
          cell: ({ getValue }) => <span className="tabular-nums">{countInWords(getValue(), (count) => t("manyTasks", { count }))}</span>,
        }),
        helper.accessor("lastCallAt", {
          id: "lastCall",
          header: t("columns.lastCall"),
          meta: { className: "hidden whitespace-nowrap sm:table-cell" },
          cell: ({ getValue }) => {
            const at = getValue();
            return at ? <TimeWithZone value={at} isBrief /> : <span className="text-muted">{t("noCalls")}</span>;
          },
        }),
        helper.accessor("userName", {
          header: t("columns.user"),
          meta: { className: "hidden max-w-44 md:table-cell" },
          cell: ({ getValue }) => <span className={`block truncate ${getValue() ? "" : "text-muted"}`}>{getValue() ?? t("noUser")}</span>,
        }),
      ]),
    [t],
  );
}

/** Counted up to a bound, and told as "999+" from there. */
function countInWords(count: number, many: (count: number) => string): ReactNode {
  return count < MAX_COUNTED_TASKS ? count : many(MAX_COUNTED_TASKS - 1);
}
