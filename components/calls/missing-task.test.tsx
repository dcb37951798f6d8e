import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { ATTEMPT_REASONS } from "@/lib/recordings/attempt-reasons";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import pt from "@/messages/pt.json";
import { MissingTask } from "./missing-task";

const LANGUAGES = { en, es, pt };
const LOCALES = ["en", "es", "pt"] as const;
const detail = "pbx.internal answered 418.";
const attempt = {
  id: "0192d0a0-0000-7000-8000-000000000001",
  startedAt: new Date("2026-11-26T12:00:00Z"),
  durationMs: 120,
  outcome: "retry",
  reason: "unexpected_status",
  detail,
  url: "https://pbx.internal/1.mp3",
  remoteAddress: null,
  httpStatus: 418,
  contentType: null,
  lookedLike: null,
  receivedBytes: 0,
  nextAttemptAt: null,
} as const;
const givenUp = { recordingStatus: "unavailable", recordingFailure: `After 14 attempts: ${detail}`, nextAttemptAt: null } as const;

type Props = Parameters<typeof MissingTask>[0];

function render({ call, lastAttempt }: Pick<Props, "call" | "lastAttempt">, locale: keyof typeof LANGUAGES): string {
  const onError = (error: Error) => expect.unreachable(error.message);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={LANGUAGES[locale]} timeZone="UTC" onError={onError}>
      <MissingTask call={call} lastAttempt={lastAttempt} timeZone={null} action={null} />
    </NextIntlClientProvider>,
  ).replaceAll("&#x27;", "'");
}

test.each(ATTEMPT_REASONS)("a recording given up for %s is told with its way out in every language, the server's words below", (reason) => {
  const pages = LOCALES.map((locale) => render({ call: givenUp, lastAttempt: { ...attempt, reason } }, locale));
  for (const [index, locale] of LOCALES.entries()) {
    const { attemptReasons, recordingWaysOut } = LANGUAGES[locale];
    expect(pages[index]).toContain(attemptReasons[reason]);
    expect(Object.values(recordingWaysOut).filter((way) => pages[index]?.includes(`>${way}<`))).toHaveLength(1);
    expect(pages[index]).toContain(givenUp.recordingFailure);
  }
});

test("a taking in that broke off is told plainly in every language, the server's words below and not as the reason", () => {
  for (const locale of LOCALES) {
    const { calls, recordingWaysOut } = LANGUAGES[locale];
    const page = render({ call: { ...givenUp, recordingFailure: "the disk is full" }, lastAttempt: attempt }, locale);
    expect(page).toContain(`${calls.columns.lastReason}: ${calls.brokeOff}<`);
    expect(page).toContain(`>${recordingWaysOut.installation}<`);
    expect(page).toContain(">the disk is full<");
    expect(page).not.toContain(detail);
  }
});

test("a recording that is tried again has no way out yet, and a reason that is new to the screen is named by its code", () => {
  const call = { recordingStatus: "pending", recordingFailure: null, nextAttemptAt: new Date("2026-11-26T12:30:00Z") } as const;
  const page = render({ call, lastAttempt: { ...attempt, reason: "of_a_later_version" } }, "pt");
  expect(page).toContain("Último motivo: Outro motivo: of_a_later_version<");
  expect(page).toContain(`>${detail}<`);
  expect(Object.values(pt.recordingWaysOut).some((way) => page.includes(way))).toBe(false);
});

test("those who may not see how calls are received are told that it is unavailable, and nothing more", () => {
  const page = render({ call: { ...givenUp, recordingFailure: null }, lastAttempt: undefined }, "es");
  expect(page).toContain(es.calls.why.unavailable);
  expect(page).not.toContain(es.calls.columns.lastReason);
});
