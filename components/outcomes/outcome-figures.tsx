import { useTranslations } from "next-intl";
import { Figures } from "@/components/overview/figures";
import type { OutcomeMeasures } from "@/lib/reports/outcomes/get-outcome-report";
import { OUTCOME_AMOUNTS, OUTCOME_COUNTS, type OutcomeMeasure } from "@/lib/reports/outcomes/outcome-order";
import { useMeasures } from "./outcome-words";

type OutcomeFiguresProps = { total: OutcomeMeasures; hrefOf: (measure: OutcomeMeasure) => string };

/** The totals of a report, each with how it is reckoned and leading to its calls. Money only where there is some to be told. */
export function OutcomeFigures({ total, hrefOf }: OutcomeFiguresProps) {
  const t = useTranslations("outcomes.help");
  const tMoney = useTranslations("outcomeMoney.help");
  const { nameOf, textOf } = useMeasures();
  const figureOf = (measure: OutcomeMeasure, help?: string) => ({
    label: nameOf(measure),
    value: <span className="text-xl wrap-anywhere">{textOf(measure, total)}</span>,
    help,
    href: hrefOf(measure),
  });
  return (
    <>
      <Figures figures={OUTCOME_COUNTS.map((count) => figureOf(count, count === "calls" ? undefined : t(count)))} />
      {total.money && <Figures figures={OUTCOME_AMOUNTS.map((amount) => figureOf(amount, tMoney(amount)))} />}
    </>
  );
}
