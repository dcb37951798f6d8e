import { ChevronRight } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ComponentProps } from "react";
import { SourceChooser } from "./source-chooser";

/** Gives a campaign another source: closed until somebody wants to. */
export function ChangeSource(props: ComponentProps<typeof SourceChooser>) {
  const t = useTranslations("audioSources.change");
  return (
    <details className="group mt-6 max-w-2xl rounded-lg border border-border">
      <summary className="flex cursor-pointer list-none items-center gap-2 px-4 py-3 font-medium">
        <ChevronRight aria-hidden className="size-4 text-muted group-open:rotate-90" />
        {t("open")}
      </summary>
      <div className="border-t border-separator p-4">
        <SourceChooser {...props} />
      </div>
    </details>
  );
}
