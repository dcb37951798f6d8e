import { createColumnHelper, type RowData } from "@tanstack/react-table";
import { type ComponentProps, useEffect, useRef } from "react";
import type { dataTableFeatures } from "./data-table";

type SelectionLabels<Row> = { all: string; row: (row: Row) => string };

/** The column in which rows are picked, with one box for all rows of the page. A press with Shift picks all rows between. */
export function selectionColumn<Row extends RowData>(labels: SelectionLabels<Row>) {
  return createColumnHelper<typeof dataTableFeatures, Row>().display({
    id: "select",
    meta: { className: "w-9" },
    header: ({ table }) => (
      <SelectionBox
        aria-label={labels.all}
        checked={table.getIsAllRowsSelected()}
        isPartly={table.getIsSomeRowsSelected()}
        onChange={table.getToggleAllRowsSelectedHandler()}
      />
    ),
    cell: ({ row }) => (
      <SelectionBox aria-label={labels.row(row.original)} checked={row.getIsSelected()} onChange={row.getToggleSelectedHandler()} />
    ),
  });
}

/** Lies above the link that covers its row. The label makes it as large as a finger. */
function SelectionBox({ isPartly = false, ...props }: ComponentProps<"input"> & { isPartly?: boolean }) {
  const box = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (box.current) box.current.indeterminate = isPartly && !props.checked;
  }, [isPartly, props.checked]);
  return (
    <label className="relative z-10 -m-2 grid size-9 cursor-pointer place-items-center">
      <input ref={box} type="checkbox" className="size-4 cursor-pointer accent-accent" {...props} />
    </label>
  );
}
