"use client";

import { I18nProvider } from "@heroui/react/rac";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import type { ReactNode } from "react";

type ProvidersProps = { nonce: string | undefined; regionalLocale: string; children: ReactNode };

/** What every page needs to know in the browser: theme, language of the components, address. */
export function Providers({ nonce, regionalLocale, children }: ProvidersProps) {
  return (
    <ThemeProvider attribute="class" nonce={nonce} disableTransitionOnChange>
      <I18nProvider locale={regionalLocale}>
        <NuqsAdapter>{children}</NuqsAdapter>
      </I18nProvider>
    </ThemeProvider>
  );
}
