"use client";

import { metaHelper, type RowData, rowSelectionFeature, type Table, tableFeatures } from "@tanstack/react-table";
import type { ReactNode } from "react";
import { SortHeader } from "./sort-header";

/** What our tables know of a column besides its data. `className` says on which widths it is shown, for its header and its cells. */
export type DataTableColumnMeta = { className?: string; isNumeric?: boolean };

/** The server filters, sorts and pages: the browser's table needs no feature but our columns' meta, and the rows that somebody picked. */
export const dataTableFeatures = tableFeatures({ columnMeta: metaHelper<DataTableColumnMeta>(), rowSelectionFeature });

/** Where a header leads to, and how the list is sorted by it now. */
export type SortLink = { href: string; direction: "ascending" | "descending" | null };

type DataTableProps<Row extends RowData> = {
  table: Pick<Table<typeof dataTableFeatures, Row>, "getHeaderGroups" | "getRowModel">;
  /** Renders a header or a cell: `table.FlexRender`. */
  render: (part: DataTablePart<Row>) => ReactNode;
  caption: string;
  sortLinks: Record<string, SortLink>;
  /** Rows that came since the page was opened. */
  isNew: (row: Row) => boolean;
};

type HeaderOf<Row extends RowData> = ReturnType<Table<typeof dataTableFeatures, Row>["getHeaderGroups"]>[number]["headers"][number];
type CellOf<Row extends RowData> = ReturnType<
  ReturnType<Table<typeof dataTableFeatures, Row>["getRowModel"]>["rows"][number]["getAllCells"]
>[number];
export type DataTablePart<Row extends RowData> = { header: HeaderOf<Row> } | { cell: CellOf<Row> };

/** A dense table of rows that lead somewhere. Headers that sort are links, so that every order has an address. */
export function DataTable<Row extends RowData>({ table, render, caption, sortLinks, isNew }: DataTableProps<Row>) {
  return (
    <div className="@container overflow-x-auto">
      <table className="w-full border-collapse text-[0.8125rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          {table.getHeaderGroups().map((group) => (
            <tr key={group.id} className="border-b border-border">
              {group.headers.map((header) => {
                const link = sortLinks[header.column.id];
                const meta = header.column.columnDef.meta;
                return (
                  <th
                    key={header.id}
                    scope="col"
                    aria-sort={link ? (link.direction ?? "none") : undefined}
                    className={`h-9 px-2 font-medium first:ps-3 last:pe-3 sm:px-2.5 whitespace-nowrap text-muted ${meta?.isNumeric ? "text-end" : "text-start"} ${meta?.className ?? ""}`}
                  >
                    {link ? <SortHeader link={link}>{render({ header })}</SortHeader> : render({ header })}
                  </th>
                );
              })}
            </tr>
          ))}
        </thead>
        <tbody>
          {table.getRowModel().rows.map((row) => (
            <tr
              key={row.id}
              data-new={isNew(row.original) || undefined}
              data-selected={row.getIsSelected() || undefined}
              className="relative border-b border-separator last:border-b-0 focus-within:bg-surface-secondary hover:bg-surface-secondary data-new:animate-arrive data-selected:bg-accent-soft"
            >
              {row.getAllCells().map((cell) => {
                const meta = cell.column.columnDef.meta;
                return (
                  <td
                    key={cell.id}
                    className={`h-9 px-2 py-1 align-middle first:ps-3 last:pe-3 sm:px-2.5 ${meta?.isNumeric ? "text-end" : ""} ${meta?.className ?? ""}`}
                  >
                    {render({ cell })}
                  </td>
                );
              })}
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
