import Link from "next/link";
import { useTranslations } from "next-intl";
import { FEW_ANSWERS, type HeatCell, type HeatMap as HeatMapData } from "@/lib/reports/quality/get-heat-map";
import { failedShare } from "@/lib/reports/quality/quality-order";
import { useQualityNumbers } from "./quality-words";

type HeatMapProps = {
  map: HeatMapData;
  /** The audits in which an operator answered a question so. */
  hrefOf: (operatorId: string, key: string, answer: "complies" | "fails") => string;
};

/** From how much on a cell has which look: darker is worse, and every cell says its number. */
const BANDS = [
  { from: 0.95, look: "bg-success-soft text-success-soft-foreground" },
  { from: 0.85, look: "bg-surface-secondary" },
  { from: 0.7, look: "bg-warning-soft text-warning-soft-foreground" },
  { from: 0.5, look: "bg-danger-soft text-danger-soft-foreground" },
  { from: 0, look: "bg-danger text-danger-foreground" },
] as const;

/** How each operator complies with each question. Cells are links in the order of the table; wider than its place, it is moved sideways. */
export function HeatMap({ map: { operators, questions, operatorCount, questionCount }, hrefOf }: HeatMapProps) {
  const t = useTranslations("quality.heat");
  return (
    <>
      <div className="overflow-x-auto">
        <table className="border-separate border-spacing-0.5 p-2 text-[0.8125rem]">
          <caption className="sr-only">{t("caption")}</caption>
          <thead>
            <tr>
              <td className="sticky start-0 z-10 min-w-32 bg-surface" />
              {questions.map(({ key, question, section }) => (
                <th
                  key={key}
                  scope="col"
                  title={`${section}: ${question}`}
                  className="w-24 min-w-24 px-1 pb-1 align-bottom text-xs font-medium text-muted"
                >
                  <span className="line-clamp-3 text-start leading-4">{question}</span>
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {operators.map(({ id, name, cells }) => (
              <tr key={id}>
                <th scope="row" className="sticky start-0 z-10 max-w-40 min-w-32 bg-surface pe-2 text-start font-normal" title={name}>
                  <span className="block truncate">{name}</span>
                </th>
                {cells.map((cell, index) => {
                  const { key = "", question = "" } = questions[index] ?? {};
                  return <Cell key={key} cell={cell} operator={name} question={question} hrefOf={(answer) => hrefOf(id, key, answer)} />;
                })}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <div className="flex flex-wrap items-center gap-x-4 gap-y-1 border-t border-separator px-4 py-2 text-xs text-muted">
        <span>{t("legend")}</span>
        {BANDS.map(({ look }, index) => (
          <span key={look} className="flex items-center gap-1.5">
            <span aria-hidden className={`size-3 rounded-sm border border-border ${look}`} />
            {t(`bands.${BAND_NAMES[index] ?? "0"}`)}
          </span>
        ))}
        <span>{t("few", { count: FEW_ANSWERS })}</span>
        {(operators.length < operatorCount || questions.length < questionCount) && (
          <span className="w-full">
            {t("more", { operators: operators.length, operatorCount, questions: questions.length, questionCount })}
          </span>
        )}
      </div>
    </>
  );
}

const BAND_NAMES = ["4", "3", "2", "1", "0"] as const;

type CellProps = { cell: HeatCell; operator: string; question: string; hrefOf: (answer: "complies" | "fails") => string };

function Cell({ cell, operator, question, hrefOf }: CellProps) {
  const t = useTranslations("quality.heat");
  const { share } = useQualityNumbers();
  const failed = failedShare(cell);
  if (failed === null)
    return (
      <td className="h-9 text-center text-muted">
        <span aria-hidden>–</span>
        <span className="sr-only">{t("none")}</span>
      </td>
    );
  const complied = { share: share(1 - failed), complied: cell.applicable - cell.failed, count: cell.applicable };
  const isFew = cell.applicable < FEW_ANSWERS;
  const look = BANDS.find(({ from }) => 1 - failed >= from)?.look;
  const href = hrefOf(cell.failed > 0 ? "fails" : "complies");
  const shape = `flex h-9 flex-col items-center justify-center rounded-sm tabular-nums leading-4 ${isFew ? "border border-dashed border-muted" : ""} ${look}`;
  return (
    <td className="h-9 p-0">
      <Link href={href} prefetch={false} aria-label={t("cell", { operator, question, ...complied })} className={`${shape} hover:underline`}>
        <span>
          {complied.share}
          {isFew && "*"}
        </span>
        <span className="text-[0.6875rem]">
          {complied.complied}/{complied.count}
        </span>
      </Link>
    </td>
  );
}
