"use client";

import { createColumnHelper, useTable } from "@tanstack/react-table";
import { OctagonAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo } from "react";
import { DataTable, type DataTablePart, dataTableFeatures } from "@/components/data-table/data-table";
import { RowLink } from "@/components/data-table/row-link";
import { Score } from "@/components/tasks/score";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { AuditListItem } from "@/lib/audits/list-audits";
import { auditHref } from "./audit-href";
import { AuditStatusChip } from "./audit-status-chip";

const helper = createColumnHelper<typeof dataTableFeatures, AuditListItem>();

type AuditTableProps = {
  audits: AuditListItem[];
  /** Agents', who are one operator and not told who audits. */
  isOwn: boolean;
};

/** The list of audits. Where there is less room there are fewer columns; on a phone the operator, or of one's own the campaign, stands under the time. */
export function AuditTable({ audits, isOwn }: AuditTableProps) {
  const t = useTranslations("audits");
  const columns = useAuditColumns(isOwn);
  const table = useTable({ features: dataTableFeatures, columns, data: audits, getRowId: (audit) => audit.id });
  return (
    <DataTable
      table={table}
      render={(part: DataTablePart<AuditListItem>): ReactNode => <table.FlexRender {...part} />}
      caption={t("caption")}
      sortLinks={{}}
      isNew={() => false}
    />
  );
}

function useAuditColumns(isOwn: boolean) {
  const t = useTranslations("audits");
  const tChannels = useTranslations("contactChannels");
  return useMemo(
    () =>
      helper.columns([
        helper.accessor("contactAt", {
          header: t("columns.contact"),
          cell: ({ row: { original: audit } }) => (
            <>
              <RowLink href={auditHref(audit)} className="font-medium">
                <TimeWithZone value={audit.contactAt} timeZone={audit.timeZone} isShort />
              </RowLink>
              <span className="block truncate text-xs text-muted @2xl:hidden">
                {isOwn ? audit.campaignName : (audit.operatorName ?? t("noOperator"))}
              </span>
              {audit.kind === "calibration" && <span className="block text-xs text-muted">{t("calibration")}</span>}
            </>
          ),
        }),
        ...(isOwn
          ? []
          : [
              helper.accessor("operatorName", {
                header: t("columns.operator"),
                meta: { className: "hidden max-w-44 @2xl:table-cell" },
                cell: ({ getValue }) => (
                  <span className={`block truncate ${getValue() ? "" : "text-muted"}`}>{getValue() ?? t("noOperator")}</span>
                ),
              }),
            ]),
        helper.accessor("campaignName", {
          header: t("columns.campaign"),
          meta: { className: "hidden max-w-44 @4xl:table-cell" },
          cell: ({ getValue }) => (
            <span className="block truncate" title={getValue()}>
              {getValue()}
            </span>
          ),
        }),
        helper.accessor("channel", {
          header: t("columns.channel"),
          meta: { className: "hidden max-w-40 @5xl:table-cell" },
          cell: ({ row: { original: audit } }) => (
            <span className="block truncate" title={audit.reference}>
              {tChannels(audit.channel)}
              {audit.reference !== "" && <span className="text-muted"> · {audit.reference}</span>}
            </span>
          ),
        }),
        ...(isOwn
          ? []
          : [
              helper.accessor("auditorName", {
                header: t("columns.auditor"),
                meta: { className: "hidden max-w-40 @3xl:table-cell" },
                cell: ({ getValue }) => (
                  <span className={`block truncate ${getValue() ? "" : "text-muted"}`}>{getValue() ?? t("byMachine")}</span>
                ),
              }),
            ]),
        helper.accessor("status", {
          header: t("columns.status"),
          meta: { className: "hidden sm:table-cell" },
          cell: ({ getValue }) => <AuditStatusChip status={getValue()} />,
        }),
        helper.accessor("score", {
          header: t("columns.score"),
          meta: { isNumeric: true },
          cell: ({ row: { original: audit } }) => (
            <span className="inline-flex items-center gap-1.5">
              {audit.hasCriticalFailure && (
                <span title={t("criticalFailure")} className="text-danger-soft-foreground">
                  <OctagonAlert aria-hidden className="size-3.5" />
                  <span className="sr-only">{t("criticalFailure")}</span>
                </span>
              )}
              {/* Before it is completed it is the score of whatever happens to be answered. */}
              <Score score={audit.status === "open" ? null : audit.score} passingScore={audit.passingScore} isHidden={audit.isHidden} />
            </span>
          ),
        }),
      ]),
    [t, tChannels, isOwn],
  );
}
