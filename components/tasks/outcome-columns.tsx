import { createColumnHelper } from "@tanstack/react-table";
import type { useTranslations } from "next-intl";
import type { dataTableFeatures } from "@/components/data-table/data-table";
import { ConversionChip } from "@/components/outcomes/conversion-chip";
import { Money } from "@/components/ui/money";
import type { TaskListItem } from "@/lib/tasks/list-tasks";

const helper = createColumnHelper<typeof dataTableFeatures, TaskListItem>();

type OutcomeColumnsInput = {
  t: ReturnType<typeof useTranslations<"tasks.columns">>;
  /** Not shown to those who may not see money. */
  hasRevenue: boolean;
};

/** What came of pay-per-call calls, for a list in which some are. */
export function outcomeColumns({ t, hasRevenue }: OutcomeColumnsInput) {
  return helper.columns([
    helper.accessor(({ outcome }) => outcome?.buyerName ?? "", {
      id: "buyer",
      header: t("buyer"),
      meta: { className: "hidden max-w-36 @min-[1100px]:table-cell" },
      cell: ({ getValue }) => <Name text={getValue()} />,
    }),
    helper.accessor(({ outcome }) => outcome?.publisherName ?? "", {
      id: "publisher",
      header: t("publisher"),
      meta: { className: "hidden max-w-36 @min-[1240px]:table-cell" },
      cell: ({ getValue }) => <Name text={getValue()} />,
    }),
    helper.accessor(({ outcome }) => outcome?.converted ?? null, {
      id: "converted",
      header: t("converted"),
      meta: { className: "hidden @3xl:table-cell" },
      cell: ({ row: { original: task } }) => task.outcome && <ConversionChip converted={task.outcome.converted} />,
    }),
    ...(hasRevenue
      ? [
          helper.accessor(({ outcome }) => outcome?.revenue ?? null, {
            id: "revenue",
            header: t("revenue"),
            meta: { className: "hidden @3xl:table-cell", isNumeric: true },
            cell: ({ getValue }) => {
              const amount = getValue();
              return amount === null ? null : <Money amount={amount} />;
            },
          }),
        ]
      : []),
  ]);
}

function Name({ text }: { text: string }) {
  return (
    <span className="block truncate" title={text}>
      {text}
    </span>
  );
}
