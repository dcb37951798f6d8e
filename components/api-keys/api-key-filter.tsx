import Link from "next/link";
import { useTranslations } from "next-intl";
import type { ApiKeyShow } from "@/lib/api-keys/api-key-state";

/** Chooses between the keys that open something and those that ended. It lives in the address. */
export function ApiKeyFilter({ current, links }: { current: ApiKeyShow; links: { show: ApiKeyShow; href: string }[] }) {
  const t = useTranslations("apiKeys");
  return (
    <nav aria-label={t("shows.label")} className="flex rounded-lg border border-border p-0.5">
      {links.map(({ show, href }) => (
        <Link
          key={show}
          href={href}
          scroll={false}
          aria-current={show === current ? "true" : undefined}
          className="rounded-md px-2.5 py-0.5 text-[0.8125rem] text-muted hover:text-foreground aria-[current]:bg-default aria-[current]:text-foreground"
        >
          {t(`shows.${show}`)}
        </Link>
      ))}
    </nav>
  );
}
