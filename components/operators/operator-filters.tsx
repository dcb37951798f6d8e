import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { Search } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";

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
      <Form action={path} role="search" className="flex w-full gap-2 sm:w-auto">
        <div className="relative min-w-0 flex-1 sm:w-64 sm:flex-none">
          <Search aria-hidden className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-muted" />
          <input
            // A new address is a new text, also when one goes back.
            key={search}
            type="search"
            name="q"
            defaultValue={search}
            maxLength={200}
            aria-label={t("search")}
            placeholder={t("search")}
            className={inputVariants({ className: "h-9 w-full ps-8" })}
          />
        </div>
        {Object.entries(kept).map(([name, value]) => value !== "" && <input key={name} type="hidden" name={name} value={value} />)}
        <Button type="submit" variant="outline">
          {t("submit")}
        </Button>
      </Form>
      <Choices label={t("origin")} choices={origins} />
      <Choices label={t("show")} choices={shows} />
    </div>
  );
}

function Choices({ label, choices }: { label: string; choices: Choice[] }) {
  return (
    <nav aria-label={label} className="flex rounded-lg border border-border p-0.5">
      {choices.map(({ label: text, href, isCurrent }) => (
        <Link
          key={href}
          href={href}
          aria-current={isCurrent ? "true" : undefined}
          className="rounded-md px-2.5 py-1 whitespace-nowrap text-muted hover:text-foreground aria-[current]:bg-default aria-[current]:text-foreground"
        >
          {text}
        </Link>
      ))}
    </nav>
  );
}
