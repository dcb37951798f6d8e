import Link from "next/link";
import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";
import type { AuditDispute } from "@/lib/disputes/get-audit-disputes";
import { DisputeDue } from "./dispute-due";
import { DisputeStatusChip } from "./dispute-status-chip";

type AuditDisputesProps = {
  disputes: AuditDispute[];
  timeZone: string | null /** Whether each leads to where it is decided. */;
  isLinked: boolean;
};

/** What agents object to in an audit, for those who audit; nothing where they do not. */
export function AuditDisputes({ disputes, timeZone, isLinked }: AuditDisputesProps) {
  const t = useTranslations("disputes");
  if (disputes.length === 0) return null;
  return (
    <section aria-label={t("title")} className="border-t border-separator px-4 py-3">
      <h3 className="text-sm font-semibold">{t("title")}</h3>
      <ul className="mt-2 flex flex-col gap-2 text-sm">
        {disputes.map(({ id, question, status, reason, dueAt, isOverdue, decision }) => (
          <li key={id}>
            <p className="flex flex-wrap items-baseline gap-x-2 gap-y-0.5">
              <DisputeStatusChip status={status} />
              {isLinked ? (
                <Link
                  href={`/dashboard/disputes/${id}`}
                  prefetch={false}
                  className="min-w-0 rounded-sm text-accent wrap-anywhere hover:underline"
                >
                  {question}
                </Link>
              ) : (
                <span className="min-w-0 wrap-anywhere">{question}</span>
              )}
              {status === "open" && (
                <span className="text-xs text-muted">
                  <DisputeDue dueAt={dueAt} isOverdue={isOverdue} timeZone={timeZone} />
                </span>
              )}
            </p>
            <p className="text-xs text-muted">
              {t(decision === "" ? "agentSays" : "decision")} <InertText text={decision || reason} />
            </p>
          </li>
        ))}
      </ul>
    </section>
  );
}
