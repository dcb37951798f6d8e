import { NextIntlClientProvider } from "next-intl";
import { getMessages } from "next-intl/server";
import type { ReactNode } from "react";
import type messages from "@/messages/es.json";

type Namespace = keyof typeof messages;

/** Sends the named parts of the messages to the client components inside it, besides those that every page has. */
export async function ClientMessages({ namespaces, children }: { namespaces: Namespace[]; children: ReactNode }) {
  const all = await getMessages();
  const chosen = new Set<string>(["ui", "errors", ...namespaces]);
  return (
    <NextIntlClientProvider messages={Object.fromEntries(Object.entries(all).filter(([name]) => chosen.has(name)))}>
      {children}
    </NextIntlClientProvider>
  );
}
