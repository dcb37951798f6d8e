import { useTranslations } from "next-intl";

/** Who took the call. Nobody by name: said plainly, with the extension when there is one. */
export function OperatorName({ name, extension }: { name: string | null; extension: string }) {
  const t = useTranslations("tasks");
  if (name !== null)
    return (
      <span className="block truncate" title={name}>
        {name}
      </span>
    );
  return (
    <span className="block truncate text-muted italic" title={extension ? t("extension", { extension }) : undefined}>
      {t("operatorUnknown")}
    </span>
  );
}
