import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import { ARIA_FIELDS, ARIA_OPTIONAL_FIELDS } from "@/lib/sources/aria/fields";

type AriaField = (typeof ARIA_FIELDS)[number] | (typeof ARIA_OPTIONAL_FIELDS)[number];

/** Every field of a delivery, its type and what we do with it: first those that need a value. */
export function AriaFields() {
  const t = useTranslations("ariaGuide.reference");
  return (
    <>
      <FieldTable fields={ARIA_FIELDS.filter(({ value }) => value === "required")} />
      <details className="group mt-4">
        <summary className="flex w-fit cursor-pointer list-none items-center gap-1 rounded-sm font-semibold">
          <ChevronRight aria-hidden className="size-4 text-muted group-open:rotate-90" />
          {t("rest")}
        </summary>
        <div className="mt-2">
          <FieldTable fields={ARIA_FIELDS.filter(({ value }) => value === "optional")} />
        </div>
      </details>
      <h4 className="mt-5 mb-2 font-semibold">{t("optionalTitle")}</h4>
      <FieldTable fields={ARIA_OPTIONAL_FIELDS} />
    </>
  );
}

function FieldTable({ fields }: { fields: readonly AriaField[] }) {
  const t = useTranslations("ariaGuide");
  const tFields = useTranslations("ariaFields");
  return (
    <table className="w-full text-start">
      <thead className="max-md:sr-only">
        <tr className="text-xs text-muted [&>th]:pe-4 [&>th]:pb-1.5 [&>th]:text-start [&>th]:font-medium [&>th]:whitespace-nowrap">
          <th scope="col" className="md:w-52">
            {t("reference.field")}
          </th>
          <th scope="col" className="md:w-32">
            {t("reference.kind")}
          </th>
          <th scope="col">{t("reference.purpose")}</th>
        </tr>
      </thead>
      <tbody>
        {fields.map(({ name, kind }) => (
          <tr
            key={name}
            className="border-t border-separator align-baseline max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-3 max-md:py-2 md:[&>td]:py-2 md:[&>td]:pe-4"
          >
            <td className="min-w-0">
              <code className="font-mono text-xs font-medium wrap-anywhere md:text-[0.8125rem]">{name}</code>
            </td>
            <td className="text-xs text-muted">{t(`kinds.${kind}`)}</td>
            <td className="max-md:col-span-2 max-md:mt-0.5">{tFields(name)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
