import { useTranslations } from "next-intl";

type OperatorBar = {
  operatorId: string | null;
  /** Null for calls of nobody known. */
  name: string | null;
  /** How many calls are drawn; null where that is up to chance. */
  share: number | null;
  /** Of how many; null leaves it unsaid. */
  ofCount: number | null;
};

const MAX_BARS = 40;

/** Who gives how many calls to a draw. */
export function DrawPicture({ operators }: { operators: OperatorBar[] }) {
  const t = useTranslations("drawPicture");
  const top = Math.max(1, ...operators.map(lengthOf));
  return (
    <ul className="flex flex-col gap-1 text-[0.8125rem]">
      {operators.slice(0, MAX_BARS).map((operator) => (
        <li
          key={operator.operatorId ?? "nobody"}
          className="grid grid-cols-[minmax(4.5rem,9rem)_1fr_minmax(4rem,max-content)] items-center gap-3"
        >
          <span className={`truncate ${operator.name === null ? "text-muted" : ""}`} title={operator.name ?? undefined}>
            {operator.name ?? t("nobody")}
          </span>
          <span aria-hidden className="relative h-3.5">
            <span
              className={`absolute inset-y-0 start-0 rounded-sm ${operator.share === null ? "bg-surface-tertiary" : "bg-accent"}`}
              style={{ width: `${(100 * lengthOf(operator)) / top}%` }}
            />
          </span>
          <span className="text-end tabular-nums">{textOf(operator)}</span>
        </li>
      ))}
      {operators.length > MAX_BARS && <li className="text-muted">{t("more", { count: operators.length - MAX_BARS })}</li>}
    </ul>
  );

  function textOf({ share, ofCount }: OperatorBar): string {
    if (share === null) return t("calls", { count: ofCount ?? 0 });
    return ofCount === null ? t("calls", { count: share }) : t("shareOf", { count: share, total: ofCount });
  }
}

function lengthOf({ share, ofCount }: OperatorBar): number {
  return share ?? ofCount ?? 0;
}
