import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { Search } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { CampaignArchiveFilter } from "@/lib/campaigns/campaign-state";

type CampaignFiltersProps = {
  path: string;
  search: string;
  show: CampaignArchiveFilter;
  links: { filter: CampaignArchiveFilter; href: string }[];
};

/** Narrows the list of campaigns by text and by whether they are archived. All of it lives in the address. */
export function CampaignFilters({ path, search, show, links }: CampaignFiltersProps) {
  const t = useTranslations("campaigns");
  return (
    <div className="mb-3 flex flex-wrap items-center justify-between gap-x-4 gap-y-2">
      <Form action={path} role="search" className="flex w-full gap-2 sm:w-auto">
        <div className="relative min-w-0 flex-1 sm:w-72 sm:flex-none">
          <Search aria-hidden className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-muted" />
          <input
            // A new address is a new text, also when one goes back.
            key={search}
            type="search"
            name="q"
            defaultValue={search}
            aria-label={t("searchLabel")}
            placeholder={t("searchPlaceholder")}
            className={inputVariants({ className: "h-9 w-full ps-8" })}
          />
        </div>
        {show !== "active" && <input type="hidden" name="show" value={show} />}
        <Button type="submit" variant="outline">
          {t("searchSubmit")}
        </Button>
      </Form>
      <nav aria-label={t("archiveFilter")} className="flex rounded-lg border border-border p-0.5">
        {links.map(({ filter, href }) => (
          <Link
            key={filter}
            href={href}
            aria-current={filter === show ? "true" : undefined}
            className="rounded-md px-2.5 py-1 text-muted hover:text-foreground aria-[current]:bg-default aria-[current]:text-foreground"
          >
            {t(`archiveFilters.${filter}`)}
          </Link>
        ))}
      </nav>
    </div>
  );
}
