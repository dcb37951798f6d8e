import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { ANURA_FIELDS, ANURA_OPTIONAL_FIELDS } from "@/lib/sources/anura/fields";

type AnuraField = (typeof ANURA_FIELDS)[number] | (typeof ANURA_OPTIONAL_FIELDS)[number];

/** Every field of the body: what Anura calls it, what it is for, and whether it may come without a value. */
export function AnuraFieldTable({ campaignId, timeZone }: { campaignId: number; timeZone: string }) {
  const t = useTranslations("anuraGuide.reference");
  return (
    <FieldTable hasRequirement>
      {ANURA_FIELDS.map((field) => (
        <FieldRow key={field.name} field={field} timeZone={timeZone} fixed={t("fixed", { id: campaignId })} hasRequirement />
      ))}
    </FieldTable>
  );
}

/** Fields that the body may leave out. */
export function AnuraOptionalFieldTable() {
  return (
    <FieldTable>
      {ANURA_OPTIONAL_FIELDS.map((field) => (
        <FieldRow key={field.name} field={field} timeZone="" fixed="" />
      ))}
    </FieldTable>
  );
}

function FieldTable({ children, hasRequirement = false }: { children: ReactNode; hasRequirement?: boolean }) {
  const t = useTranslations("anuraGuide.reference");
  return (
    <table className="w-full text-start">
      <thead className="max-md:sr-only">
        <tr className="text-xs text-muted [&>th]:pe-4 [&>th]:pb-1.5 [&>th]:text-start [&>th]:font-medium [&>th]:whitespace-nowrap">
          <th scope="col">{t("field")}</th>
          <th scope="col">{t("variable")}</th>
          <th scope="col">{t("purpose")}</th>
          {hasRequirement && <th scope="col">{t("requirement")}</th>}
        </tr>
      </thead>
      <tbody>{children}</tbody>
    </table>
  );
}

type FieldRowProps = { field: AnuraField; timeZone: string; fixed: string; hasRequirement?: boolean };

function FieldRow({ field: { name, variable, value, purpose }, timeZone, fixed, hasRequirement = false }: FieldRowProps) {
  const t = useTranslations("anuraGuide");
  const requirement =
    value === "required" ? t("reference.required") : name === "audio_file_mp3" ? t("reference.whenRecorded") : t("reference.optional");
  return (
    <tr className="border-t border-separator align-baseline max-md:grid max-md:grid-cols-2 max-md:gap-x-3 max-md:py-2 md:[&>td]:py-2 md:[&>td]:pe-4">
      <td>
        <code className="font-mono text-xs font-medium md:text-[0.8125rem]">{name}</code>
      </td>
      <td>
        <code className="font-mono text-xs text-muted md:text-[0.8125rem] md:whitespace-nowrap">
          {variable === null ? fixed : `{{ ${variable} }}`}
        </code>
      </td>
      <td className="max-md:col-span-2 max-md:mt-0.5">{t(`purposes.${purpose}`, { zone: timeZone })}</td>
      {hasRequirement && (
        <td className={`whitespace-nowrap max-md:col-span-2 max-md:text-xs ${value === "required" ? "font-medium" : "text-muted"}`}>
          {requirement}
        </td>
      )}
    </tr>
  );
}
