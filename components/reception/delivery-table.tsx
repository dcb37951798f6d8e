"use client";

import { createColumnHelper, useTable } from "@tanstack/react-table";
import { useTranslations } from "next-intl";
import { type ReactNode, useMemo, useState } from "react";
import { DataTable, type DataTablePart, dataTableFeatures } from "@/components/data-table/data-table";
import { RowLink } from "@/components/data-table/row-link";
import { DeliveryReason } from "@/components/sources/delivery-reason";
import { VerdictChip } from "@/components/sources/verdict-chip";
import { ByteSize } from "@/components/ui/byte-size";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { DeliveryListItem } from "@/lib/reception/list-deliveries";
import { DeliveryMarks } from "./delivery-marks";

/** A row of the log, without what a table does not show. */
export type DeliveryRow = Omit<DeliveryListItem, "warnings"> & { warningCount: number };

const helper = createColumnHelper<typeof dataTableFeatures, DeliveryRow>();

/** The reception log. Where there is less room there are fewer columns; on a phone the reason stands under the time. */
export function DeliveryTable({ deliveries }: { deliveries: DeliveryRow[] }) {
  const t = useTranslations("reception");
  const columns = useDeliveryColumns();
  const table = useTable({ features: dataTableFeatures, columns, data: deliveries, getRowId: (delivery) => delivery.id });
  const [openedWith] = useState(() => new Set(deliveries.map(({ id }) => id)));
  return (
    <DataTable
      table={table}
      render={(part: DataTablePart<DeliveryRow>): ReactNode => <table.FlexRender {...part} />}
      caption={t("caption")}
      sortLinks={{}}
      isNew={(delivery) => !openedWith.has(delivery.id)}
    />
  );
}

function useDeliveryColumns() {
  const t = useTranslations("reception.columns");
  const tSources = useTranslations("sources");
  return useMemo(
    () =>
      helper.columns([
        helper.accessor("receivedAt", {
          header: t("received"),
          cell: ({ row: { original: delivery } }) => (
            <>
              <RowLink href={`/dashboard/reception/${delivery.id}`}>
                <span className="whitespace-nowrap max-sm:hidden">
                  <TimeWithZone value={delivery.receivedAt} />
                </span>
                <span className="sm:hidden">
                  <TimeWithZone value={delivery.receivedAt} isShort />
                </span>
              </RowLink>
              <span className="block text-xs text-muted md:hidden">
                <DeliveryReason reason={delivery.reason} />
              </span>
            </>
          ),
        }),
        helper.accessor("verdict", {
          header: t("verdict"),
          cell: ({ row: { original: delivery } }) => (
            <span className="inline-flex items-center gap-1.5 whitespace-nowrap">
              <VerdictChip verdict={delivery.verdict} />
              <DeliveryMarks warningCount={delivery.warningCount} isReplay={delivery.replayOf !== null} />
            </span>
          ),
        }),
        helper.accessor("reason", {
          header: t("reason"),
          meta: { className: "hidden w-full max-w-0 min-w-40 md:table-cell" },
          cell: ({ getValue }) => (
            <span className="block truncate">
              <DeliveryReason reason={getValue()} />
            </span>
          ),
        }),
        helper.accessor("eventKind", {
          header: t("event"),
          meta: { className: "hidden max-w-28 lg:table-cell" },
          cell: ({ getValue }) => <span className="block truncate font-mono text-xs">{getValue() || "—"}</span>,
        }),
        helper.accessor("campaignId", {
          header: t("campaign"),
          meta: { className: "hidden max-w-40 md:table-cell" },
          cell: ({ row: { original: delivery } }) => <CampaignName id={delivery.campaignId} name={delivery.campaignName} />,
        }),
        helper.accessor("apiKeyName", {
          header: t("key"),
          meta: { className: "hidden max-w-32 xl:table-cell" },
          cell: ({ getValue }) => (
            <span className="block truncate" title={getValue() ?? undefined}>
              {getValue() ?? "—"}
            </span>
          ),
        }),
        helper.accessor("source", {
          header: t("source"),
          meta: { className: "hidden min-[1430px]:table-cell" },
          cell: ({ getValue }) => tSources(getValue()),
        }),
        helper.accessor("sizeBytes", {
          header: t("size"),
          meta: { className: "hidden xl:table-cell", isNumeric: true },
          cell: ({ getValue }) => <ByteSize bytes={getValue()} />,
        }),
        helper.accessor("responseStatus", {
          header: t("answer"),
          meta: { className: "hidden tabular-nums sm:table-cell", isNumeric: true },
        }),
      ]),
    [t, tSources],
  );
}

function CampaignName({ id, name }: { id: number | null; name: string | null }) {
  if (id === null) return "—";
  return (
    <span className="flex items-baseline gap-1.5" title={name ?? undefined}>
      {name !== null && <span className="min-w-0 truncate">{name}</span>}
      <span className="shrink-0 text-xs text-muted tabular-nums">#{id}</span>
    </span>
  );
}
