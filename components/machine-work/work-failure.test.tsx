import { NextIntlClientProvider } from "next-intl";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test } from "vitest";
import { MACHINE_WORK_FAILURE_CODES } from "@/lib/machine-work/machine-work-failure-codes";
import en from "@/messages/en.json";
import es from "@/messages/es.json";
import pt from "@/messages/pt.json";
import { WorkFailure } from "./work-failure";

const LANGUAGES = { en, es, pt };
const failed = { status: "failed", failure: "models.internal answered 401", nextAttemptAt: null } as const;

function render(work: Parameters<typeof WorkFailure>[0]["work"], locale: keyof typeof LANGUAGES): string {
  const onError = (error: Error) => expect.unreachable(error.message);
  return renderToStaticMarkup(
    <NextIntlClientProvider locale={locale} messages={LANGUAGES[locale]} timeZone="UTC" onError={onError}>
      <WorkFailure work={work} title="Not done." />
    </NextIntlClientProvider>,
  );
}

test.each(MACHINE_WORK_FAILURE_CODES)("%s is told with its way out, in every language in its own words", (failureCode) => {
  const pages = (["en", "es", "pt"] as const).map((locale) => render({ ...failed, failureCode }, locale));
  expect(new Set(pages).size).toBe(3);
  for (const [index, { machineWorkFailures: words }] of [en, es, pt].entries()) {
    expect(pages[index]).toContain(`${words.reasons[failureCode]} ${words.waysOut[failureCode]}`.replaceAll("'", "&#x27;"));
  }
});

test("the server's own words stand below what they tell more of, and below a failure that has no words of its own", () => {
  for (const failureCode of ["refused", "of_a_later_version", null]) {
    expect(render({ ...failed, failureCode }, "es")).toContain("models.internal answered 401");
  }
  expect(render({ ...failed, failureCode: null }, "es")).toContain(es.machineWorkFailures.reasons.failed);
  expect(render({ ...failed, failureCode: "no_scorecard" }, "es")).not.toContain("models.internal");
});

test("an attempt that is made again says why and when, without a way out; where nothing failed there is nothing", () => {
  const nextAttemptAt = new Date("2026-11-26T12:30:00Z");
  const html = render({ status: "queued", failureCode: "busy", failure: null, nextAttemptAt }, "pt");
  expect(html).toContain("O servidor do modelo está ocupado. Nova tentativa às");
  expect(html).not.toContain(pt.machineWorkFailures.waysOut.busy);
  expect(render({ status: "queued", failureCode: null, failure: null, nextAttemptAt: null }, "en")).toBe("");
  expect(render({ ...failed, status: "completed", failureCode: null, failure: null }, "en")).toBe("");
});
