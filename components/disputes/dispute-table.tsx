"use client";

import { createColumnHelper, useTable } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable, type DataTablePart, dataTableFeatures } from "@/components/data-table/data-table";
import { RowLink } from "@/components/data-table/row-link";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { DisputeListItem } from "@/lib/disputes/list-disputes";
import { DisputeDue } from "./dispute-due";
import { DisputeStatusChip } from "./dispute-status-chip";
import { useAnswerWord } from "./dispute-words";

const helper = createColumnHelper<typeof dataTableFeatures, DisputeListItem>();

/** The list of disputes. On a phone what does not fit stands under the question. `isOpen`: those that wait, with their deadline. */
export function DisputeTable({ disputes, isOpen }: { disputes: DisputeListItem[]; isOpen: boolean }) {
  const t = useTranslations("disputes.list");
  const columns = useDisputeColumns(isOpen);
  const table = useTable({ features: dataTableFeatures, columns, data: disputes, getRowId: ({ id }) => id });
  return (
    <DataTable
      table={table}
      render={(part: DataTablePart<DisputeListItem>): ReactNode => <table.FlexRender {...part} />}
      caption={t(isOpen ? "caption" : "captionClosed")}
      sortLinks={{}}
      isNew={() => false}
    />
  );
}

function useDisputeColumns(isOpen: boolean) {
  const t = useTranslations("disputes.list");
  const wordOf = useAnswerWord();
  return useMemo(
    () =>
      helper.columns([
        helper.accessor("question", {
          header: t("columns.question"),
          meta: { className: "w-full max-w-0 min-w-44" },
          cell: ({ row: { original: dispute } }) => (
            <>
              <RowLink href={`/dashboard/disputes/${dispute.id}`} className="block truncate font-medium">
                {dispute.question}
              </RowLink>
              <span className="block truncate text-xs text-muted">{dispute.reason}</span>
              <span className="block truncate text-xs text-muted md:hidden">
                {[dispute.operator?.name, dispute.campaign.name].filter(Boolean).join(" · ")}
              </span>
            </>
          ),
        }),
        helper.accessor("disputedAnswer", {
          header: t("columns.answer"),
          meta: { className: "hidden whitespace-nowrap sm:table-cell" },
          cell: ({ row: { original: dispute } }) =>
            wordOf({ answer: dispute.disputedAnswer, points: dispute.disputedPoints, maxPoints: dispute.maxPoints }),
        }),
        helper.accessor(({ operator }) => operator?.name ?? "—", {
          id: "operator",
          header: t("columns.operator"),
          meta: { className: "hidden max-w-44 md:table-cell" },
          cell: ({ getValue }) => <span className="block truncate">{getValue()}</span>,
        }),
        helper.accessor(({ campaign }) => campaign.name, {
          id: "campaign",
          header: t("columns.campaign"),
          meta: { className: "hidden max-w-44 lg:table-cell" },
          cell: ({ getValue }) => <span className="block truncate">{getValue()}</span>,
        }),
        helper.accessor("disputedUserName", {
          header: t("columns.answeredBy"),
          meta: { className: "hidden max-w-40 lg:table-cell" },
          cell: ({ row: { original: dispute } }) => (
            <span className="block truncate">{dispute.isOfMachine ? t("machine") : dispute.disputedUserName}</span>
          ),
        }),
        helper.accessor("dueAt", {
          header: t(isOpen ? "columns.due" : "columns.status"),
          meta: { className: "whitespace-nowrap" },
          cell: ({ row: { original: dispute } }) =>
            dispute.status === "open" ? (
              <DisputeDue dueAt={dispute.dueAt} isOverdue={dispute.isOverdue} timeZone={dispute.campaign.timeZone} />
            ) : (
              <>
                <DisputeStatusChip status={dispute.status} />
                {dispute.decidedAt && (
                  <span className="hidden text-xs text-muted sm:block">
                    <TimeWithZone value={dispute.decidedAt} timeZone={dispute.campaign.timeZone} isShort />
                  </span>
                )}
              </>
            ),
        }),
      ]),
    [t, wordOf, isOpen],
  );
}
