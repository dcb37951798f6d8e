import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import pt from "@/messages/pt.json";
import { DeliveryHistory } from "./delivery-history";

const LANGUAGES = { en, es, pt };
const message = "calling has 300 characters; the first 255 were kept.";
const delivery = {
  id: "0192d0a0-0000-7000-8000-000000000001",
  receivedAt: new Date("2026-11-26T12:00:00Z"),
  source: "anura",
  eventKind: "END",
  verdict: "accepted",
  reason: "",
  warnings: [
    { path: "calling", code: "text_cut", message },
    { path: "called", code: "of_a_later_version", message: "called is odd." },
  ],
  responseStatus: 200,
  replayOf: null,
} as const;

test.each(["en", "es", "pt"] as const)("what is odd in a delivery is told in the reader's %s, with the server's words below", (locale) => {
  const { fieldRemarks } = LANGUAGES[locale];
  const page = renderToStaticMarkup(
    <NextIntlClientProvider
      locale={locale}
      messages={LANGUAGES[locale]}
      timeZone="UTC"
      onError={(error) => expect.unreachable(error.message)}
    >
      <DeliveryHistory deliveries={[{ ...delivery, warnings: [...delivery.warnings] }]} timeZone={null} />
    </NextIntlClientProvider>,
  );
  expect(page).toContain(`calling</code> ${fieldRemarks.text_cut}<`);
  expect(page).toContain(`>${message}<`);
  expect(page).toContain(`called</code> ${fieldRemarks.other.replace("{code}", "of_a_later_version")}<`);
});
