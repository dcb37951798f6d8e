import type { Metadata, Viewport } from "next";
import { headers } from "next/headers";
import { getLocale, getTranslations } from "next-intl/server";
import type { ReactNode } from "react";
import { Providers } from "@/components/layout/providers";
import { ClientMessages } from "@/components/ui/client-messages";
import { REGIONAL_LOCALES } from "@/lib/i18n/locales";
import "./globals.css";

export async function generateMetadata(): Promise<Metadata> {
  const t = await getTranslations("app");
  return {
    title: { default: t("name"), template: `%s · ${t("name")}` },
    description: t("tagline"),
    robots: { index: false, follow: false },
  };
}

export const viewport: Viewport = {
  themeColor: [
    { media: "(prefers-color-scheme: light)", color: "#f3efe5" },
    { media: "(prefers-color-scheme: dark)", color: "#091014" },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const [locale, requestHeaders] = await Promise.all([getLocale(), headers()]);
  const nonce = requestHeaders.get("x-nonce") ?? undefined;
  return (
    // next-themes writes the theme's class before React wakes up.
    <html lang={locale} suppressHydrationWarning>
      <body>
        <ClientMessages namespaces={["nav"]}>
          <Providers nonce={nonce} regionalLocale={REGIONAL_LOCALES[locale]}>
            {children}
          </Providers>
        </ClientMessages>
      </body>
    </html>
  );
}
