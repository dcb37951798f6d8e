"use client";

import { I18nProvider } from "@heroui/react/rac";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

/** What every page needs to know in the browser: theme, language of the components, address. */
export function Providers({ nonce, locale, children }: { nonce: string | undefined; locale: string; children: ReactNode }) {
  return (
    <ThemeProvider attribute="class" nonce={nonce} disableTransitionOnChange>
      <I18nProvider locale={locale}>
        <NuqsAdapter>{children}</NuqsAdapter>
      </I18nProvider>
    </ThemeProvider>
  );
}
