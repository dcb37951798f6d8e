"use client";

import { createColumnHelper, useTable } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { DataTable, type DataTablePart, dataTableFeatures } from "@/components/data-table/data-table";
import { RowLink } from "@/components/data-table/row-link";
import { AttemptReason } from "@/components/tasks/attempt-reason";
import { DirectionSign } from "@/components/tasks/direction-sign";
import { OperatorName } from "@/components/tasks/operator-name";
import { PhoneNumber } from "@/components/tasks/phone-number";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { CallWithoutTask } from "@/lib/calls/list-calls-without-task";

const helper = createColumnHelper<typeof dataTableFeatures, CallWithoutTask>();

/** Calls whose recording is not here. On a phone the reason stands under the call's start. */
export function CallTable({ calls }: { calls: CallWithoutTask[] }) {
  const t = useTranslations("calls");
  const columns = useCallColumns();
  const table = useTable({ features: dataTableFeatures, columns, data: calls, getRowId: (call) => call.id });
  const [openedWith] = useState(() => new Set(calls.map(({ id }) => id)));
  return (
    <DataTable
      table={table}
      render={(part: DataTablePart<CallWithoutTask>): ReactNode => <table.FlexRender {...part} />}
      caption={t("caption")}
      sortLinks={{}}
      isNew={(call) => !openedWith.has(call.id)}
    />
  );
}

function useCallColumns() {
  const t = useTranslations("calls.columns");
  return useMemo(
    () =>
      helper.columns([
        helper.accessor("startedAt", {
          header: t("started"),
          cell: ({ row: { original: call } }) => (
            <>
              <RowLink href={`/dashboard/calls/${call.id}`}>
                <TimeWithZone value={call.startedAt} isBrief />
              </RowLink>
              <span className="block text-xs text-muted md:hidden">
                <LastReason call={call} />
              </span>
            </>
          ),
        }),
        helper.accessor("campaignName", {
          header: t("campaign"),
          meta: { className: "hidden max-w-44 md:table-cell" },
          cell: ({ getValue }) => (
            <span className="block truncate" title={getValue()}>
              {getValue()}
            </span>
          ),
        }),
        helper.accessor("number", {
          header: t("number"),
          cell: ({ row: { original: call } }) => (
            <span className="inline-flex items-center gap-1.5">
              <DirectionSign direction={call.direction} />
              <PhoneNumber number={call.number} />
            </span>
          ),
        }),
        helper.accessor("operatorName", {
          header: t("operator"),
          meta: { className: "hidden max-w-44 lg:table-cell" },
          cell: ({ row: { original: call } }) => <OperatorName name={call.operatorName} extension={call.extension} />,
        }),
        helper.accessor("attemptCount", {
          header: t("attempts"),
          meta: { className: "hidden tabular-nums lg:table-cell", isNumeric: true },
        }),
        helper.accessor("lastReason", {
          header: t("lastReason"),
          meta: { className: "hidden md:table-cell" },
          cell: ({ row: { original: call } }) => <LastReason call={call} />,
        }),
        helper.accessor("nextAttemptAt", {
          header: t("next"),
          meta: { className: "hidden whitespace-nowrap xl:table-cell" },
          cell: ({ getValue }) => <NextAttempt at={getValue()} />,
        }),
      ]),
    [t],
  );
}

function LastReason({ call: { lastReason, lastDetail } }: { call: CallWithoutTask }) {
  return lastReason === null ? "—" : <AttemptReason reason={lastReason} detail={lastDetail ?? ""} />;
}

function NextAttempt({ at }: { at: Date | null }) {
  return at === null ? "—" : <TimeWithZone value={at} />;
}
