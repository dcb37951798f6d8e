import { useLocale, useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { RowLink } from "@/components/data-table/row-link";
import { PhoneNumber } from "@/components/tasks/phone-number";
import { formatDuration } from "@/components/ui/duration";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { OutcomeCall } from "@/lib/reports/outcomes/list-outcome-calls";
import { formatAmount } from "./format-amount";

type Column = { key: string; header: string; isNumeric?: boolean; className?: string; cell: (call: OutcomeCall) => ReactNode };

const WIDE = "hidden md:table-cell";
const TEXT = "max-w-40 truncate";

/** Calls with what came of them, each leading to its task, or to itself where there is none. On a phone, what matters most. */
export function OutcomeCallTable({ calls, hasMoney }: { calls: OutcomeCall[]; hasMoney: boolean }) {
  const t = useTranslations("outcomeCalls");
  const columns = useColumns(hasMoney);
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-[0.8125rem]">
        <caption className="sr-only">{t("caption")}</caption>
        <thead>
          <tr className="border-b border-border text-muted">
            {columns.map(({ key, header, isNumeric, className = "" }) => (
              <th
                key={key}
                scope="col"
                className={`h-9 px-2 font-medium whitespace-nowrap first:ps-3 last:pe-3 sm:px-2.5 ${isNumeric ? "text-end" : "text-start"} ${className}`}
              >
                {header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {calls.map((call) => (
            <tr
              key={call.id}
              className="relative border-b border-separator last:border-b-0 focus-within:bg-surface-secondary hover:bg-surface-secondary"
            >
              {columns.map(({ key, isNumeric, className = "", cell }) => (
                <td
                  key={key}
                  className={`h-9 px-2 py-1 first:ps-3 last:pe-3 sm:px-2.5 ${isNumeric ? "text-end tabular-nums" : ""} ${className}`}
                >
                  {cell(call)}
                </td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}

function useColumns(hasMoney: boolean): Column[] {
  const t = useTranslations("outcomeCalls");
  const tColumns = useTranslations("outcomeCalls.columns");
  const tBlank = useTranslations("outcomes");
  const tMoney = useTranslations("outcomeMoney.columns");
  const locale = useLocale();
  const textOf = (text: string) => (text === "" ? <span className="text-muted italic">{tBlank("blank")}</span> : text);
  const amountOf = (key: "revenue" | "cost" | "payout") => ({
    key,
    header: tMoney(key),
    isNumeric: true,
    className: key === "revenue" ? "" : WIDE,
    cell: ({ money }: OutcomeCall) => (money?.[key] ? formatAmount(locale, money[key]) : "—"),
  });
  return [
    {
      key: "started",
      header: tColumns("started"),
      cell: (call) => (
        <RowLink href={call.taskId === null ? `/dashboard/calls/${call.id}` : `/dashboard/tasks/${call.taskId}`}>
          <TimeWithZone value={call.startedAt} isBrief />
        </RowLink>
      ),
    },
    { key: "campaign", header: tColumns("campaign"), className: `${WIDE} ${TEXT}`, cell: ({ campaignName }) => campaignName },
    {
      key: "caller",
      header: tColumns("caller"),
      className: "hidden sm:table-cell",
      cell: ({ calling, isDuplicate }) => (
        <>
          <PhoneNumber number={calling} />
          {isDuplicate && <span className="block text-xs text-warning-soft-foreground">{t("duplicate")}</span>}
        </>
      ),
    },
    {
      key: "publisher",
      header: tColumns("publisher"),
      className: `${WIDE} ${TEXT}`,
      cell: ({ publisher, publisherSub }) => (
        <>
          {textOf(publisher)}
          {publisherSub && <span className="block truncate text-xs text-muted">{publisherSub}</span>}
        </>
      ),
    },
    {
      key: "buyer",
      header: `${tColumns("buyer")} · ${tColumns("target")}`,
      className: `${WIDE} ${TEXT}`,
      cell: ({ buyer, target }) => (
        <>
          {textOf(buyer)}
          {target && <span className="block truncate text-xs text-muted">{target}</span>}
        </>
      ),
    },
    {
      key: "duration",
      header: tColumns("duration"),
      isNumeric: true,
      className: WIDE,
      cell: ({ durationSeconds }) => formatDuration(durationSeconds),
    },
    {
      key: "connected",
      header: tColumns("connected"),
      isNumeric: true,
      className: WIDE,
      cell: ({ connectedSeconds }) => (connectedSeconds ? formatDuration(connectedSeconds) : t("notConnected")),
    },
    {
      key: "converted",
      header: tColumns("converted"),
      cell: ({ isConverted }) => (isConverted ? <StatusChip tone="success">{t("yes")}</StatusChip> : t("no")),
    },
    ...(hasMoney ? [amountOf("revenue"), amountOf("cost"), amountOf("payout")] : []),
  ];
}
