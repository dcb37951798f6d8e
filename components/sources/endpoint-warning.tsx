import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import type { Source } from "@/db/enums";
import type { Endpoint } from "@/lib/sources/describe-endpoint";

/** Says why a platform on the internet could not reach an endpoint, and how to change that; nothing where it can. */
export function EndpointWarning({ source, endpoint: { problems, host } }: { source: Source; endpoint: Endpoint }) {
  const t = useTranslations("audioSources.endpoint");
  const tSources = useTranslations("sources");
  if (problems.length === 0) return null;
  const code = (text: ReactNode) => <code className="font-mono text-[0.9em] wrap-anywhere">{text}</code>;
  return (
    <div role="note" className="mt-3 flex gap-2 rounded-lg bg-warning-soft px-3 py-2 text-warning-soft-foreground">
      <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
      <div className="min-w-0">
        <p>
          <strong className="font-semibold">{t("unreachable", { source: tSources(source) })}.</strong>{" "}
          {problems.map((problem) => t(`problems.${problem}`, { host })).join(" ")}
        </p>
        <p className="mt-1">{t.rich("remedy", { code })}</p>
      </div>
    </div>
  );
}
