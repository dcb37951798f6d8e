import { useFormatter, useTranslations } from "next-intl";
import type { Answer } from "@/db/enums";

/** An answer in words, of a scale with its points. */
export function useAnswerWord(): (answer: { answer: Answer; points: number | null; maxPoints: number | null }) => string {
  const t = useTranslations("disputes.answers");
  return ({ answer, points, maxPoints }) =>
    points === null || maxPoints === null ? t(answer) : t("points", { answer: t(answer), points, maxPoints });
}

/** A day in words, such as 4 Dec, in the zone given or else the installation's. */
export function useDayWord(): (day: Date, timeZone: string | null) => string {
  const format = useFormatter();
  return (day, timeZone) => format.dateTime(day, { day: "numeric", month: "short", ...(timeZone === null ? {} : { timeZone }) });
}
