import Link from "next/link";
import { useTranslations } from "next-intl";

const TABS = [
  { name: "deliveries", href: "/dashboard/reception" },
  { name: "unauthorized", href: "/dashboard/reception/unauthorized" },
] as const;

/** What came through the door, and what was turned away at it. */
export function ReceptionTabs({ current }: { current: (typeof TABS)[number]["name"] }) {
  const t = useTranslations("reception.tabs");
  return (
    <nav aria-label={t("label")} className="mb-4 flex border-b border-border">
      {TABS.map(({ name, href }) => (
        <Link
          key={name}
          href={href}
          aria-current={name === current ? "page" : undefined}
          className="-mb-px flex h-10 items-center border-b-2 border-transparent px-3 font-medium text-muted hover:text-foreground aria-[current]:border-accent aria-[current]:text-foreground"
        >
          {t(name)}
        </Link>
      ))}
    </nav>
  );
}
