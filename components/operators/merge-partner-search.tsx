import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { ChevronRight } from "lucide-react";
import Form from "next/form";
import Link from "next/link";
import { useTranslations } from "next-intl";
import { Panel } from "@/components/ui/panel";
import type { MergePartner } from "@/lib/operators/suggest-merge-partners";

type MergePartnerSearchProps = {
  source: { id: string; name: string };
  search: string;
  found: (MergePartner & { href: string })[];
};

/** Chooses whom to merge an operator with, by part of the name. */
export function MergePartnerSearch({ source, search, found }: MergePartnerSearchProps) {
  const t = useTranslations("operators");
  return (
    <Panel title={t("merge.chooseTitle", { name: source.name })} className="max-w-xl">
      <Form action="/dashboard/operators/merge" role="search" className="flex gap-2 p-4 pb-2">
        <input type="hidden" name="source" value={source.id} />
        <input
          type="search"
          name="q"
          defaultValue={search}
          maxLength={200}
          aria-label={t("merge.searchLabel")}
          placeholder={t("form.name")}
          className={inputVariants({ className: "h-9 min-w-0 flex-1" })}
        />
        <Button type="submit" variant="outline">
          {t("filters.submit")}
        </Button>
      </Form>
      {found.length === 0 ? (
        <p className="px-4 pb-4 text-muted">{t("merge.noResults")}</p>
      ) : (
        <ul aria-label={t("merge.results")} className="pb-2">
          {found.map(({ id, name, href }) => (
            <li key={id}>
              <Link href={href} prefetch={false} className="flex h-9 items-center justify-between gap-3 px-4 hover:bg-surface-secondary">
                <span className="truncate">{name}</span>
                <ChevronRight aria-hidden className="size-4 shrink-0 text-muted" />
              </Link>
            </li>
          ))}
        </ul>
      )}
    </Panel>
  );
}
