import { Copy, Link2, Pencil } from "lucide-react";
import { useTranslations } from "next-intl";
import type { ReactNode } from "react";
import { copyText } from "@/components/ui/copy-text";
import type { TranscriptSegment } from "@/lib/transcripts/get-transcript";

type LineActionsProps = {
  segment: TranscriptSegment;
  speakerName: string;
  /** When it is said, as the line shows it. */
  time: string;
  /** Null where it cannot be corrected now. */
  onCorrect: (() => void) | null;
};

/** What can be done with a line: take it along with its time, link to it, correct it. */
export function LineActions({ segment, speakerName, time, onCorrect }: LineActionsProps) {
  const t = useTranslations("hearing.transcript");
  return (
    <span className="ms-auto flex">
      <LineButton label={t("copyLine")} onPress={() => copyText(`[${time}] ${speakerName}: ${segment.text}`)}>
        <Copy aria-hidden className="size-3.5" />
      </LineButton>
      <LineButton label={t("copyLink")} onPress={() => copyText(linkTo(segment.startMs))}>
        <Link2 aria-hidden className="size-3.5" />
      </LineButton>
      {onCorrect && (
        <LineButton label={t("correct")} onPress={onCorrect}>
          <Pencil aria-hidden className="size-3.5" />
        </LineButton>
      )}
    </span>
  );
}

function LineButton({ label, onPress, children }: { label: string; onPress: () => void; children: ReactNode }) {
  return (
    <button
      type="button"
      aria-label={label}
      title={label}
      onClick={onPress}
      className="grid size-6 place-items-center rounded-sm text-muted hover:bg-default hover:text-foreground"
    >
      {children}
    </button>
  );
}

function linkTo(startMs: number): string {
  const url = new URL(window.location.href);
  url.search = "";
  url.searchParams.set("t", String(Math.floor(startMs / 100) / 10));
  return url.href;
}
