import { useTranslations } from "next-intl";
import { InertText } from "@/components/ui/inert-text";

/** The headers of a request as they were kept: those that hold secrets never were. */
export function HeaderList({ headers }: { headers: Record<string, string> }) {
  const t = useTranslations("reception.headers");
  const entries = Object.entries(headers);
  if (entries.length === 0) return <p className="px-4 py-4 text-muted">{t("none")}</p>;
  return (
    <dl className="px-4 py-2 font-mono text-xs">
      {entries.map(([name, value]) => (
        <div key={name} className="grid gap-x-4 border-b border-separator py-1.5 last:border-b-0 sm:grid-cols-[12rem_minmax(0,1fr)]">
          <dt className="text-muted wrap-anywhere">
            <InertText text={name} />
          </dt>
          <dd className="min-w-0">
            <InertText text={value} />
          </dd>
        </div>
      ))}
    </dl>
  );
}
