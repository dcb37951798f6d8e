import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { Brand } from "./brand";

/** What sign-in and set-up stand in: the name, one form, nothing else. */
export function EntryFrame({ title, description, children }: { title: string; description?: string; children: ReactNode }) {
  const t = useTranslations("app");
  return (
    <main className="mx-auto flex min-h-dvh w-full max-w-md flex-col justify-center gap-6 px-4 py-10">
      <div>
        <Brand isLarge />
        <p className="mt-2 text-muted">{t("tagline")}</p>
      </div>
      <section className="rounded-lg border border-border bg-surface p-5 sm:p-6">
        <h1 className="text-lg font-semibold tracking-tight">{title}</h1>
        {description && <p className="mt-1 text-muted">{description}</p>}
        <div className="mt-5">{children}</div>
      </section>
    </main>
  );
}
