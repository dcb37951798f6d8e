import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";

type ForwardLinksProps = {
  label: string;
  /** Null where there is no such page. */
  firstHref: string | null;
  nextHref: string | null;
};

/** The way through a list that is only read onwards; nothing where all of it is on one page. */
export function ForwardLinks({ label, firstHref, nextHref }: ForwardLinksProps) {
  const t = useTranslations("ui.pages");
  if (firstHref === null && nextHref === null) return null;
  return (
    <nav aria-label={label} className="flex justify-end gap-2 border-t border-separator px-4 py-2">
      {firstHref !== null && (
        <ButtonLink href={firstHref} size="sm" variant="ghost">
          {t("firstPage")}
        </ButtonLink>
      )}
      {nextHref !== null && (
        <ButtonLink href={nextHref} size="sm" variant="outline">
          {t("nextPage")}
        </ButtonLink>
      )}
    </nav>
  );
}
