import { TriangleAlert } from "lucide-react";
import { useTranslations } from "next-intl";
import { CopyBlock } from "@/components/sources/copy-block";
import { CopyRows } from "@/components/sources/copy-rows";
import { ChoiceLinks } from "@/components/ui/choice-links";
import { type AriaFormat, ariaRequestTemplate } from "@/lib/sources/aria/request-template";
import { API_KEY_PLACEHOLDER } from "./sample-command";

const CONTENT_TYPES: Record<AriaFormat, string | null> = {
  json: "application/json",
  form: "application/x-www-form-urlencoded",
  pixel: null,
};

type AriaRequestProps = {
  format: AriaFormat;
  links: { format: AriaFormat; href: string }[];
  url: string;
  connectionId: string;
  takesPixels: boolean;
};

/** What is pasted into the platform's settings, in the way in which it sends. */
export function AriaRequest({ format, links, url, connectionId, takesPixels }: AriaRequestProps) {
  const t = useTranslations("ariaGuide.request");
  const choices = links.map((link) => ({ label: t(`format.${link.format}`), href: link.href, isCurrent: link.format === format }));
  const contentType = CONTENT_TYPES[format];
  return (
    <div className="flex flex-col gap-3">
      <ChoiceLinks label={t("formats")} choices={choices} isInPanel className="flex-wrap self-start" />
      {format === "pixel" && !takesPixels ? (
        <p role="note" className="flex gap-2 rounded-lg bg-warning-soft px-3 py-2 text-warning-soft-foreground">
          <TriangleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          <span className="min-w-0">{t("pixelClosed")}</span>
        </p>
      ) : (
        <>
          <CopyRows
            rows={[
              { label: t("method"), value: format === "pixel" ? "GET" : "POST" },
              ...(contentType === null ? [] : [{ label: t("contentType"), value: contentType }]),
            ]}
          />
          <CopyBlock
            text={ariaRequestTemplate({ format, url, connectionId, apiKey: API_KEY_PLACEHOLDER })}
            name={t(format === "pixel" ? "address" : "body")}
          />
          <p className="max-w-prose text-muted">{t(`notes.${format}`)}</p>
        </>
      )}
    </div>
  );
}
