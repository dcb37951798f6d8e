import { CircleCheck, TriangleAlert } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { EmptyValues } from "@/lib/sources/aria/measure-empty-values";

/** How often a connection's platform leaves each field empty: a picture for the eye, a table for everybody, and what is never filled in words. */
export function EmptyValuesPanel({ name, values: { callCount, fields } }: { name: string; values: EmptyValues }) {
  const t = useTranslations("ariaSource.values");
  if (callCount === 0)
    return (
      <Panel title={t("title")}>
        <p className="px-4 py-3 text-muted">{t("none", { name })}</p>
      </Panel>
    );
  const always = fields.filter(({ emptyCount }) => emptyCount === callCount);
  return (
    <Panel title={t("title")}>
      <p className="px-4 pt-3 text-muted">{t("description", { count: callCount, name })}</p>
      <div className="flex gap-2 px-4 pt-2">
        {always.length === 0 ? (
          <>
            <CircleCheck aria-hidden className="mt-0.5 size-4 shrink-0 text-success" />
            <p>{t("neverAlways")}</p>
          </>
        ) : (
          <>
            <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-warning-soft-foreground" />
            <div className="min-w-0">
              <p className="wrap-anywhere">
                <strong className="font-semibold">{t("always")}:</strong>{" "}
                <code className="font-mono text-[0.8125rem]">{always.map((field) => field.name).join(", ")}</code>
              </p>
              <p className="text-muted">{t("alwaysHelp")}</p>
            </div>
          </>
        )}
      </div>
      <figure className="px-4 pt-3 pb-2">
        <div role="img" aria-label={t("picture")} className="gap-x-6 md:columns-2 2xl:columns-3">
          {fields.map((field) => (
            <Bar key={field.name} name={field.name} share={field.emptyCount / callCount} />
          ))}
        </div>
      </figure>
      <details className="border-t border-separator px-4 py-2 text-xs">
        <summary className="w-fit cursor-pointer rounded-sm text-accent">{t("table")}</summary>
        <ValuesTable callCount={callCount} fields={fields} />
      </details>
    </Panel>
  );
}

function Bar({ name, share }: { name: string; share: number }) {
  const format = useFormatter();
  return (
    <div className="grid break-inside-avoid grid-cols-[10.5rem_minmax(0,1fr)_2.75rem] items-center gap-x-2 py-0.5 text-xs">
      <code className="truncate font-mono">{name}</code>
      <span className="h-2 overflow-hidden rounded-sm bg-surface-tertiary">
        <span className={`block h-full ${share === 1 ? "bg-warning" : "bg-accent"}`} style={{ width: `${share * 100}%` }} />
      </span>
      <span className="text-end text-muted tabular-nums">{format.number(share, { style: "percent", maximumFractionDigits: 0 })}</span>
    </div>
  );
}

function ValuesTable({ callCount, fields }: EmptyValues) {
  const t = useTranslations("ariaSource.values");
  const format = useFormatter();
  return (
    <table
      aria-label={t("title")}
      className="mt-2 tabular-nums [&_td]:py-0.5 [&_td]:ps-6 [&_td]:text-end [&_th]:text-start [&_th]:font-medium"
    >
      <thead className="text-muted">
        <tr>
          <th scope="col">{t("field")}</th>
          <th scope="col" className="ps-6 text-end!">
            {t("empty")}
          </th>
          <th scope="col" className="ps-6 text-end!">
            {t("share")}
          </th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, emptyCount }) => (
          <tr key={name}>
            <th scope="row" className="font-mono">
              {name}
            </th>
            <td>{format.number(emptyCount)}</td>
            <td>{format.number(emptyCount / callCount, { style: "percent", maximumFractionDigits: 1 })}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
