import { useTranslations } from "next-intl";
import type { AuditListItem } from "@/lib/audit-log/list-audit-entries";
import { AuditRow } from "./audit-row";

type AuditTableProps = { entries: AuditListItem[]; historyHrefOf: (object: AuditListItem["object"]) => string };

const COLUMNS = ["at", "actor", "action", "object", "details"] as const;

/** Entries of the audit log. */
export function AuditTable({ entries, historyHrefOf }: AuditTableProps) {
  const t = useTranslations("auditLog");
  return (
    <table className="w-full text-start text-[0.8125rem] max-lg:block">
      <caption className="sr-only">{t("caption")}</caption>
      <thead className="max-lg:sr-only">
        <tr className="border-b border-border text-muted [&>th]:h-9 [&>th]:px-2.5 [&>th]:text-start [&>th]:font-medium [&>th]:whitespace-nowrap [&>th]:first:ps-3">
          {COLUMNS.map((column) => (
            <th key={column} scope="col">
              {t(`columns.${column}`)}
            </th>
          ))}
        </tr>
      </thead>
      <tbody className="max-lg:block">
        {entries.map((entry) => (
          <AuditRow key={entry.seq} entry={entry} historyHref={historyHrefOf(entry.object)} />
        ))}
      </tbody>
    </table>
  );
}
