import type { ReactNode } from "react";
import type { SortLink } from "@/components/data-table/data-table";
import { SortHeader } from "@/components/data-table/sort-header";

export type ReportColumn = { key: string; header: string; isNumeric?: boolean; sort?: SortLink; className?: string };
/** The first cell names the row. */
export type ReportRow = { key: string; cells: ReactNode[] };

type ReportTableProps = { caption: string; columns: ReportColumn[]; rows: ReportRow[]; total?: ReactNode[] };

const CELL = "h-9 px-2 py-1 first:ps-3 last:pe-3 sm:px-2.5";

/** A report in numbers. Wider than a phone, it is moved sideways. */
export function ReportTable({ caption, columns, rows, total }: ReportTableProps) {
  return (
    <div className="overflow-x-auto">
      <table className="w-full border-collapse text-[0.8125rem]">
        <caption className="sr-only">{caption}</caption>
        <thead>
          <tr className="border-b border-border text-muted">
            {columns.map(({ key, header, isNumeric, sort, className = "" }) => (
              <th
                key={key}
                scope="col"
                aria-sort={sort ? (sort.direction ?? "none") : undefined}
                className={`h-9 px-2 font-medium whitespace-nowrap first:ps-3 last:pe-3 sm:px-2.5 ${isNumeric ? "text-end" : "text-start"} ${className}`}
              >
                {sort ? <SortHeader link={sort}>{header}</SortHeader> : header}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map(({ key, cells }) => (
            <tr key={key} className="border-b border-separator last:border-b-0 hover:bg-surface-secondary">
              <Cells columns={columns} cells={cells} weight="font-normal" />
            </tr>
          ))}
        </tbody>
        {total && (
          <tfoot>
            <tr className="border-t border-border font-semibold">
              <Cells columns={columns} cells={total} weight="font-semibold" />
            </tr>
          </tfoot>
        )}
      </table>
    </div>
  );
}

type CellsProps = { columns: ReportColumn[]; cells: ReactNode[]; weight: string };

function Cells({ columns, cells, weight }: CellsProps) {
  return columns.map(({ key, isNumeric, className = "" }, index) =>
    index === 0 ? (
      <th key={key} scope="row" className={`${CELL} max-w-80 min-w-32 text-start ${weight} ${className}`}>
        {cells[index]}
      </th>
    ) : (
      <td key={key} className={`${CELL} ${isNumeric ? "text-end whitespace-nowrap tabular-nums" : ""} ${className}`}>
        {cells[index]}
      </td>
    ),
  );
}
