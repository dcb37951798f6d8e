import { useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { AuditSheet } from "@/lib/audits/get-audit";

/** What is known of a contact that was audited, and who did what. */
export function AuditFacts({ audit }: { audit: AuditSheet }) {
  const t = useTranslations("audits");
  const tChannels = useTranslations("contactChannels");
  const { campaign, operator, auditor, completer, validator, completedAt, validatedAt } = audit;
  const done = (at: Date, name: string | undefined) => (
    <>
      <TimeWithZone value={at} timeZone={campaign.timeZone} isBrief />{" "}
      <span className="text-muted">{t("facts.by", { name: name ?? t("byMachine") })}</span>
    </>
  );
  return (
    <Facts
      facts={[
        { label: t("facts.when"), value: <TimeWithZone value={audit.contactAt} timeZone={campaign.timeZone} isBrief /> },
        { label: t("facts.campaign"), value: campaign.name },
        { label: t("facts.operator"), value: operator?.name ?? t("noOperator") },
        { label: t("facts.channel"), value: tChannels(audit.channel) },
        { label: t("facts.reference"), value: audit.reference || t("noReference") },
        { label: t("facts.auditor"), value: auditor?.name ?? t("byMachine") },
        ...(completedAt ? [{ label: t("facts.completed"), value: done(completedAt, completer?.name) }] : []),
        ...(validatedAt ? [{ label: t("facts.validated"), value: done(validatedAt, validator?.name) }] : []),
      ]}
    />
  );
}
