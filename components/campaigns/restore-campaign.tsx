import { Button } from "@heroui/react/button";
import { Archive } from "lucide-react";
import { useTranslations } from "next-intl";

/** Says that a campaign is archived, and opens it again. */
export function RestoreCampaign({ restore }: { restore: () => Promise<void> }) {
  const t = useTranslations("campaigns.restore");
  return (
    <section className="flex flex-wrap items-center justify-between gap-3 rounded-lg bg-warning-soft px-4 py-3 text-warning-soft-foreground">
      <div className="flex min-w-0 flex-1 basis-72 gap-3">
        <Archive aria-hidden className="mt-0.5 size-4 shrink-0" />
        <div>
          <h2 className="font-semibold">{t("title")}</h2>
          <p>{t("description")}</p>
        </div>
      </div>
      <form action={restore}>
        <Button type="submit" variant="outline">
          {t("action")}
        </Button>
      </form>
    </section>
  );
}
