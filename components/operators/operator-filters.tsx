import { useTranslations } from "next-intl";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { SearchForm } from "@/components/ui/search-form";

type Choice = { label: string; href: string; isCurrent: boolean };

type OperatorFiltersProps = {
  path: string;
  search: string;
  /** What else the address says, which another search keeps; empty is not said. */
  kept: Record<string, string>;
  origins: Choice[];
  shows: Choice[];
};

/** Narrows the list of operators by text, by where they come from, and to those who were merged away. All of it lives in the address. */
export function OperatorFilters({ path, search, kept, origins, shows }: OperatorFiltersProps) {
  const t = useTranslations("operators.filters");
  return (
    <div className="mb-3 flex flex-wrap items-center gap-x-3 gap-y-2">
      <SearchForm
        path={path}
        search={search}
        label={t("search")}
        placeholder={t("search")}
        submitLabel={t("submit")}
        kept={kept}
        maxLength={200}
        className="sm:w-64"
      />
      <ChoiceLinks label={t("origin")} choices={origins} />
      <ChoiceLinks label={t("show")} choices={shows} />
    </div>
  );
}
