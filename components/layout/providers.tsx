"use client";

import { I18nProvider } from "@heroui/react/rac";
import { ThemeProvider } from "next-themes";
import { NuqsAdapter } from "nuqs/adapters/next/app";
import { type ReactNode, useState } from "react";

type ProvidersProps = { nonce: string | undefined; regionalLocale: string; children: ReactNode };

/** What every page needs to know in the browser: theme, language of the components, address. */
export function Providers({ nonce, regionalLocale, children }: ProvidersProps) {
  // A page that is shown anew comes with another nonce; the document keeps the policy that it was opened with.
  const [ownNonce] = useState(nonce);
  return (
    <ThemeProvider attribute="class" nonce={ownNonce} disableTransitionOnChange>
      {/* Where React Aria looks for the nonce of the styles that it adds. */}
      <meta property="csp-nonce" nonce={ownNonce} />
      <I18nProvider locale={regionalLocale}>
        <NuqsAdapter>{children}</NuqsAdapter>
      </I18nProvider>
    </ThemeProvider>
  );
}
