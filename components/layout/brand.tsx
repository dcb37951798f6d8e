import { useTranslations } from "next-intl";

/** The mark, a voice that rises into a tick, with or without the name. */
export function Brand({ isLarge = false }: { isLarge?: boolean }) {
  const t = useTranslations("app");
  return (
    <span className={`inline-flex items-center gap-2 font-display font-bold tracking-tight ${isLarge ? "text-2xl" : "text-[1.0625rem]"}`}>
      <BrandMark className={isLarge ? "size-8" : "size-6"} />
      <span>
        {t("name").slice(0, -2)}
        <span className="text-accent">{t("name").slice(-2)}</span>
      </span>
    </span>
  );
}

function BrandMark({ className }: { className: string }) {
  return (
    <svg viewBox="0 0 24 24" className={className} aria-hidden="true">
      <rect width="24" height="24" rx="5.5" className="fill-accent" />
      <g className="stroke-accent-foreground" strokeWidth="2" strokeLinecap="round" strokeLinejoin="round" fill="none">
        <path d="M5 10.5v3M8.5 8v8" />
        <path d="m11.5 13 3 3.5 5-9" />
      </g>
    </svg>
  );
}
