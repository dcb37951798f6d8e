import { ArrowRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { z } from "zod";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import { auditWords } from "./audit-words";

const instant = z.iso.datetime();
const MAX_ITEMS = 20;

/** What an entry says besides, as pairs of a name and a value; a change as what it was and what it is. `isInline` leaves out what needs room. */
export function AuditDetails({ details, isInline = false }: { details: Record<string, unknown>; isInline?: boolean }) {
  const words = auditWords(useTranslations());
  const fields = Object.entries(details).filter(([, value]) => value !== undefined);
  if (isInline)
    return fields.map(([name, value], index) => (
      <span key={name}>
        {index > 0 && " · "}
        <span className="text-muted">{words.field(name)}:</span> <FieldValue name={name} value={value} />
      </span>
    ));
  return fields.map(([name, value]) => (
    <div key={name} className="contents">
      <dt className="text-muted">{words.field(name)}</dt>
      <dd className="min-w-0 whitespace-pre-line wrap-anywhere tabular-nums">
        <FieldValue name={name} value={value} />
      </dd>
    </div>
  ));
}

function FieldValue({ name, value }: { name: string; value: unknown }): ReactNode {
  if (!isChange(value)) return <Plain name={name} value={value} />;
  return (
    <>
      <Plain name={name} value={value.from} /> <ArrowRight aria-label="→" className="inline size-3 text-muted" />{" "}
      <Plain name={name} value={value.to} />
    </>
  );
}

function isChange(value: unknown): value is { from: unknown; to: unknown } {
  return typeof value === "object" && value !== null && "from" in value && "to" in value;
}

function Plain({ name, value }: { name: string; value: unknown }): ReactNode {
  const t = useTranslations("auditLog");
  const words = auditWords(useTranslations());
  if (value === null || value === undefined || value === "") return "—";
  if (typeof value === "boolean") return t(value ? "yes" : "no");
  if (typeof value === "number") return value;
  if (typeof value === "string")
    return instant.safeParse(value).success ? <TimeWithZone value={new Date(value)} isBrief /> : words.value(name, value);
  if (!Array.isArray(value)) return typeof value === "object" ? <AuditDetails details={{ ...value }} isInline /> : String(value);
  if (value.length === 0) return "—";
  const shown = value.slice(0, MAX_ITEMS).map((item) => (typeof item === "string" ? words.value(name, item) : JSON.stringify(item)));
  const rest = value.length - shown.length;
  return rest > 0 ? `${shown.join(", ")} ${t("more", { count: rest })}` : shown.join(", ");
}
