import { Download } from "lucide-react";
import { useTranslations } from "next-intl";
import { TRANSCRIPT_FORMATS } from "@/lib/transcripts/transcript-file";

/** What is said as a file, in each form. */
export function TranscriptDownloads({ taskId }: { taskId: string }) {
  const t = useTranslations("hearing.downloads");
  return (
    <span className="flex items-center gap-1 text-xs">
      <Download aria-hidden className="size-3.5 text-muted" />
      <span className="sr-only">{t("title")}</span>
      {TRANSCRIPT_FORMATS.map((format) => (
        <a
          key={format}
          href={`/api/tasks/${taskId}/transcript?format=${format}`}
          download
          aria-label={t("as", { format: format.toUpperCase() })}
          className="rounded-sm px-1 text-accent hover:underline"
        >
          {format.toUpperCase()}
        </a>
      ))}
    </span>
  );
}
