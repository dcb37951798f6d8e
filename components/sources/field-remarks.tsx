import { TriangleAlert, X } from "lucide-react";
import { useTranslations } from "next-intl";
import type { FieldRemark } from "@/lib/campaigns/list-set-up-deliveries";
import { FieldRemarkWords } from "./field-remark-words";

const SHOWN = 8;

/** What is wrong or odd in the fields of a delivery, one by one, with what was sent. Says nothing twice that the verdict's reason says. */
export function FieldRemarks({ remarks, reason }: { remarks: FieldRemark[]; reason: string }) {
  const t = useTranslations("fieldRemarks");
  const told = remarks.filter(({ code }) => code !== reason);
  if (told.length === 0) return null;
  return (
    <ul className="mt-1.5 flex flex-col gap-1">
      {told.slice(0, SHOWN).map(({ path, code, isWarning, sent }) => {
        const Icon = isWarning ? TriangleAlert : X;
        return (
          <li key={`${path} ${code}`} className="flex gap-1.5">
            <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isWarning ? "text-warning-soft-foreground" : "text-danger"}`} />
            <span className="min-w-0 wrap-anywhere">
              {path !== "" && <code className="font-mono text-xs font-medium">{path}</code>} <FieldRemarkWords code={code} />
              {sent !== null && sent.trim() !== "" && <code className="ms-1 font-mono text-xs text-muted">{sent}</code>}
            </span>
          </li>
        );
      })}
      {told.length > SHOWN && <li className="text-muted">{t("more", { count: told.length - SHOWN })}</li>}
    </ul>
  );
}
