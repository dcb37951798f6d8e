import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { TRANSCRIBER_FAILURE_CODES } from "@/lib/transcription/transcriber-failure-codes";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import pt from "@/messages/pt.json";
import { TranscriptionFailure } from "./transcription-failure";

const LANGUAGES = { en, es, pt };
const failed = { status: "failed", failure: "speech.internal answered 401", nextAttemptAt: null } as const;

type Props = Parameters<typeof TranscriptionFailure>[0];

function render(work: Props["work"], locale: keyof typeof LANGUAGES, rights: Partial<Omit<Props, "work">> = {}): string {
  const onError = (error: Error) => expect.unreachable(error.message);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={LANGUAGES[locale]} timeZone="UTC" onError={onError}>
      <TranscriptionFailure work={work} mayAct modelsHref={null} {...rights} />
    </NextIntlClientProvider>,
  );
}

test.each(TRANSCRIBER_FAILURE_CODES)("%s is told with its way out, in every language in its own words", (failureCode) => {
  const pages = (["en", "es", "pt"] as const).map((locale) => render({ ...failed, failureCode }, locale));
  expect(new Set(pages).size).toBe(3);
  for (const [index, { hearing }] of [en, es, pt].entries()) {
    const { reasons, waysOut } = hearing.failures;
    expect(pages[index]).toContain(`${reasons[failureCode]} ${waysOut[failureCode]}`.replaceAll("'", "&#x27;"));
  }
});

test("the server's own words stand small below, and below a failure that has no words of its own, but for those who only read", () => {
  for (const failureCode of ["refused", "of_a_later_version", null]) {
    expect(render({ ...failed, failureCode }, "es")).toContain("speech.internal answered 401");
  }
  expect(render({ ...failed, failureCode: null }, "es")).toContain(es.hearing.failures.reasons.engine_failed);
  expect(render({ ...failed, failureCode: "recording_deleted" }, "es")).not.toContain("speech.internal");
  const read = render({ ...failed, failureCode: "refused" }, "pt", { mayAct: false });
  expect(read).toContain(pt.hearing.failures.reasons.refused);
  expect(read).not.toContain(pt.hearing.failures.waysOut.refused);
  expect(read).not.toContain("speech.internal");
});

test("a missing model is named, with where it is added for those who may, and whom to ask for the others", () => {
  const waiting = {
    ...failed,
    status: "waiting",
    failureCode: "pack_missing",
    failure: 'The pack of speech models "pt" is not installed.',
  } as const;
  const admin = render(waiting, "pt", { modelsHref: "/dashboard/settings/speech" });
  expect(admin).toContain(pt.hearing.failures.reasons.pack_missing);
  expect(admin).toContain("The pack of speech models &quot;pt&quot; is not installed.");
  expect(admin).toContain(pt.hearing.state.addModel);
  const others = render({ ...waiting, failureCode: null }, "es");
  expect(others).toContain(`${es.hearing.failures.reasons.pack_missing} ${es.hearing.failures.waysOut.pack_missing}`);
  expect(others).not.toContain("<a ");
});

test("an attempt that is made again says why and when, without a way out; where nothing failed there is nothing", () => {
  const nextAttemptAt = new Date("2026-11-26T12:30:00Z");
  const html = render({ status: "queued", failureCode: "busy", failure: "late", nextAttemptAt }, "pt");
  expect(html).toContain(`${pt.hearing.failures.reasons.busy} Nova tentativa às`);
  expect(html).not.toContain(pt.hearing.failures.waysOut.busy);
  for (const status of ["queued", "running", "completed", "cancelled"] as const) {
    expect(render({ status, failureCode: null, failure: null, nextAttemptAt: null }, "en")).toBe("");
  }
});
