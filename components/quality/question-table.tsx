import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SortLink } from "@/components/data-table/data-table";
import { NumberLink } from "@/components/reports/number-link";
import { ReportTable } from "@/components/reports/report-table";
import { StatusChip } from "@/components/ui/status-chip";
import type { Answer } from "@/db/enums";
import type { QuestionRow } from "@/lib/reports/quality/get-question-report";
import { agreementShare, failedShare, type QuestionSort } from "@/lib/reports/quality/quality-order";
import type { QuestionCounts } from "@/lib/reports/quality/question-counts";
import type { SectionRow } from "@/lib/reports/quality/sum-sections";
import { useQualityNumbers } from "./quality-words";

type SortLinkOf = (key: QuestionSort["key"]) => SortLink;
type QuestionTableProps = {
  rows: QuestionRow[];
  sortLinkOf: SortLinkOf;
  hrefOf: (key: string, answer: Answer) => string;
  /** Where people gave the machine's answer. */
  agreedHrefOf: (key: string) => string;
};
type SectionTableProps = { rows: SectionRow[]; sortLinkOf: SortLinkOf; narrowHrefOf: (section: string) => string };

/** How questions were answered; each number leads to the audits with that answer. */
export function QuestionTable({ rows, sortLinkOf, hrefOf, agreedHrefOf }: QuestionTableProps) {
  const t = useTranslations("quality.questions");
  const { count } = useQualityNumbers();
  const agreementOf = useAgreementText();
  return (
    <Answers
      name={t("criterion")}
      sortLinkOf={sortLinkOf}
      rows={rows.map(({ key, question, section, critical, ...counts }) => {
        const complied = counts.applicable - counts.failed;
        return {
          key,
          counts,
          name: (
            <span className="block py-1">
              {question} {critical !== "none" && <StatusChip tone="danger">{t(`critical.${critical}`)}</StatusChip>}
              <span className="block text-xs text-muted">{section}</span>
            </span>
          ),
          complied: (
            <NumberLink href={hrefOf(key, "complies")} label={t("openComplied", { question, count: complied })}>
              {count(complied)}
            </NumberLink>
          ),
          failed: (
            <NumberLink href={hrefOf(key, "fails")} label={t("openFailed", { question, count: counts.failed })}>
              {count(counts.failed)}
            </NumberLink>
          ),
          agreement: (
            <NumberLink href={agreedHrefOf(key)} label={t("openAgreed", { question, agreement: agreementOf(counts) })}>
              {agreementOf(counts)}
            </NumberLink>
          ),
        };
      })}
    />
  );
}

/** The same by section; each leads to its questions. */
export function SectionTable({ rows, sortLinkOf, narrowHrefOf }: SectionTableProps) {
  const t = useTranslations("quality.questions");
  const { count } = useQualityNumbers();
  const agreementOf = useAgreementText();
  const linked = (section: string, text: string) => (
    <Link
      href={narrowHrefOf(section)}
      prefetch={false}
      scroll={false}
      aria-label={`${section}: ${text}`}
      className="hover:text-accent hover:underline"
    >
      {text}
    </Link>
  );
  return (
    <Answers
      name={t("section")}
      sortLinkOf={sortLinkOf}
      rows={rows.map(({ section, keys: _, ...counts }) => ({
        key: section,
        counts,
        name: (
          <Link href={narrowHrefOf(section)} prefetch={false} scroll={false} className="block truncate text-accent hover:underline">
            {section}
          </Link>
        ),
        complied: linked(section, count(counts.applicable - counts.failed)),
        failed: linked(section, count(counts.failed)),
        agreement: agreementOf(counts),
      }))}
    />
  );
}

type AnswersProps = {
  name: string;
  sortLinkOf: SortLinkOf;
  rows: ({ key: string; counts: QuestionCounts } & Record<"name" | "complied" | "failed" | "agreement", React.ReactNode>)[];
};

function Answers({ name, sortLinkOf, rows }: AnswersProps) {
  const t = useTranslations("quality.questions");
  return (
    <ReportTable
      caption={t("title")}
      columns={[
        { key: "value", header: name, sort: sortLinkOf("value") },
        { key: "complied", header: t("complied"), isNumeric: true, sort: sortLinkOf("complied") },
        { key: "failed", header: t("failed"), isNumeric: true, sort: sortLinkOf("failed") },
        { key: "share", header: t("share"), isNumeric: true, sort: sortLinkOf("share") },
        { key: "agreement", header: t("agreement"), isNumeric: true, sort: sortLinkOf("agreement") },
      ]}
      rows={rows.map((row) => ({
        key: row.key,
        cells: [row.name, row.complied, row.failed, <ShareBar key="share" share={failedShare(row.counts)} />, row.agreement],
      }))}
    />
  );
}

function useAgreementText() {
  const t = useTranslations("quality.questions");
  const { share, count } = useQualityNumbers();
  return (counts: QuestionCounts): string => {
    const agreement = agreementShare(counts);
    return agreement === null ? "—" : t("agreementOf", { share: share(agreement), count: count(counts.compared) });
  };
}

/** A share as a number with a bar beside it. */
function ShareBar({ share: part }: { share: number | null }) {
  const { share } = useQualityNumbers();
  return (
    <span className="inline-flex items-center justify-end gap-2">
      <span aria-hidden className="hidden h-2 w-20 rounded-sm bg-surface-tertiary sm:block">
        <span className="block h-2 rounded-sm bg-danger" style={{ width: `${100 * (part ?? 0)}%` }} />
      </span>
      <span className="min-w-12">{share(part)}</span>
    </span>
  );
}
