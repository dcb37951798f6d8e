import { Circle, CircleCheck, CircleDot } from "lucide-react";
import Link from "next/link";
import { useTranslations } from "next-intl";
import type { SetUpProgress } from "@/lib/campaigns/get-set-up-progress";
import type { OfferedSource } from "@/lib/campaigns/offered-sources";
import type { Endpoint } from "@/lib/sources/describe-endpoint";

type SetUpChecklistProps = {
  source: OfferedSource;
  campaignId: number;
  endpoint: Endpoint;
  progress: SetUpProgress;
  /** Where the platform's key is made. */
  keyHref: string;
};

type Step = {
  name: "address" | "key" | "event" | "call" | "recording" | "task";
  isDone: boolean;
  /** Where the step is taken, or what it brought is seen. */
  href: string;
};

/** What is left of the set-up of a source. Steps tick themselves from data; the first that is open is the next. One line once all are done. */
export function SetUpChecklist({ source, ...facts }: SetUpChecklistProps) {
  const t = useTranslations("setUpChecklist");
  const steps = stepsOf(facts);
  const done = steps.filter(({ isDone }) => isDone).length;
  const next = steps.find(({ isDone }) => !isDone);
  const list = (
    <ol className="grid gap-x-5 gap-y-1 sm:grid-cols-2 lg:grid-cols-3">
      {steps.map((step) => (
        <ChecklistStep key={step.name} step={step} source={source} isNext={step === next} />
      ))}
    </ol>
  );
  if (!next)
    return (
      <details className="mb-5 rounded-lg border border-border bg-surface px-4 py-2.5">
        <summary className="cursor-pointer rounded-sm">
          <CircleCheck aria-hidden className="me-1.5 inline size-4 align-text-bottom text-success" />
          <span className="font-medium">{t("complete")}</span>
        </summary>
        <div className="pt-2">{list}</div>
      </details>
    );
  return (
    <section aria-labelledby="set-up-checklist" className="mb-5 rounded-lg border border-border bg-surface p-4">
      <div className="mb-3 flex flex-wrap items-baseline justify-between gap-x-4">
        <h2 id="set-up-checklist" className="text-base font-semibold">
          {t("title")}
        </h2>
        <p className="text-muted tabular-nums">{t("done", { done, total: steps.length })}</p>
      </div>
      {list}
      {facts.progress.taskId === null && (
        <p className="mt-3 border-t border-separator pt-3 text-muted">
          {t(`noPlatform.${source}`)}{" "}
          <a href="#live-test" className="rounded-sm text-link underline underline-offset-2">
            {t("toSample")}
          </a>
        </p>
      )}
    </section>
  );
}

function stepsOf({ campaignId, endpoint, progress, keyHref }: Omit<SetUpChecklistProps, "source">): Step[] {
  const { hasKey, hasArrived, wasReached, hasAccepted, hasRecording, taskId } = progress;
  return [
    { name: "address", isDone: endpoint.problems.length === 0 || wasReached, href: "#guide-endpoint" },
    { name: "key", isDone: hasKey, href: keyHref },
    { name: "event", isDone: hasArrived, href: "#guide-request" },
    { name: "call", isDone: hasAccepted, href: "#live-test" },
    { name: "recording", isDone: hasRecording, href: "/dashboard/calls" },
    {
      name: "task",
      isDone: taskId !== null,
      href: taskId === null ? `/dashboard/tasks?campaign=${campaignId}` : `/dashboard/tasks/${taskId}`,
    },
  ];
}

type ChecklistStepProps = { step: Step; source: OfferedSource; isNext: boolean };

function ChecklistStep({ step: { name, isDone, href }, source, isNext }: ChecklistStepProps) {
  const tSources = useTranslations("sources");
  const t = useTranslations("setUpChecklist");
  const Icon = isDone ? CircleCheck : isNext ? CircleDot : Circle;
  const state = isDone ? t("stateDone") : isNext ? t("stateNext") : t("stateOpen");
  return (
    <li aria-current={isNext ? "step" : undefined} className={`flex gap-2 rounded-lg px-2 py-1.5 ${isNext ? "bg-accent-soft" : ""}`}>
      <Icon aria-hidden className={`mt-0.5 size-4 shrink-0 ${isDone ? "text-success" : isNext ? "text-accent" : "text-muted"}`} />
      <div className="min-w-0">
        <Link
          href={href}
          prefetch={false}
          className={`rounded-sm hover:underline ${isNext ? "font-semibold" : isDone ? "" : "text-muted"}`}
        >
          {t(`steps.${source}.${name}`, { source: tSources(source) })}
        </Link>
        <span className="sr-only"> {state}</span>
        {isNext && <p className="text-muted">{t(`help.${source}.${name}`)}</p>}
      </div>
    </li>
  );
}
