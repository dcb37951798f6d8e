import { useTranslations } from "next-intl";
import { ButtonLink } from "@/components/ui/button-link";
import { PageHeader } from "@/components/ui/page-header";
import { Panel } from "@/components/ui/panel";

const STEPS = ["campaign", "source", "guide", "sample"] as const;

/** Where an administrator of a new installation begins: the way to the first call, and its first step. */
export function Welcome() {
  const t = useTranslations("welcome");
  return (
    <>
      <PageHeader title={t("title")} description={t("description")} />
      <Panel className="max-w-3xl">
        <ol className="divide-y divide-separator">
          {STEPS.map((step, index) => (
            <li key={step} aria-current={index === 0 ? "step" : undefined} className="flex gap-3 p-4">
              <span
                aria-hidden
                className={`mt-px grid size-6 shrink-0 place-items-center rounded-full text-xs font-semibold tabular-nums ${
                  index === 0 ? "bg-accent text-accent-foreground" : "bg-accent-soft text-accent-soft-foreground"
                }`}
              >
                {index + 1}
              </span>
              <div className="min-w-0">
                <h2 className="leading-6 font-semibold">{t(`steps.${step}.title`)}</h2>
                <p className="max-w-prose text-muted">{t(`steps.${step}.description`)}</p>
                {index === 0 && (
                  <ButtonLink href="/dashboard/campaigns/new" className="mt-3">
                    {t("action")}
                  </ButtonLink>
                )}
              </div>
            </li>
          ))}
        </ol>
      </Panel>
    </>
  );
}
