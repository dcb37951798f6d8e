import { Headphones } from "lucide-react";
import { useTranslations } from "next-intl";
import { speakerName } from "@/components/hearing/speaker-name";
import { ButtonLink } from "@/components/ui/button-link";
import { formatDuration } from "@/components/ui/duration";
import { InertText } from "@/components/ui/inert-text";
import { Panel } from "@/components/ui/panel";
import type { DisputeDetails } from "@/lib/disputes/get-dispute";

type SaidAroundProps = Pick<DisputeDetails, "lines" | "speakers" | "momentMs"> & { taskId: string };

/** What was said around the moment that an answer rests on, and the way to hear it. */
export function SaidAround({ lines, speakers, momentMs, taskId }: SaidAroundProps) {
  const t = useTranslations("disputes.page");
  const tSpeakers = useTranslations("hearing.transcript");
  if (momentMs === null)
    return (
      <Panel title={t("saidTitle")}>
        <p className="p-4 text-muted">{t("saidNone")}</p>
      </Panel>
    );
  const time = formatDuration(momentMs / 1000);
  const current = lines.findLast(({ startMs }) => startMs <= momentMs);
  return (
    <Panel
      title={t("said", { time })}
      actions={
        <ButtonLink href={`/dashboard/tasks/${taskId}?t=${momentMs / 1000}`} size="sm" variant="outline" prefetch={false}>
          <Headphones aria-hidden />
          {t("listen", { time })}
        </ButtonLink>
      }
    >
      {lines.length === 0 ? (
        <p className="p-4 text-muted">{t("saidNothing")}</p>
      ) : (
        <ol className="flex flex-col py-2">
          {lines.map((line) => {
            const speaker = speakers[line.speaker] ?? { role: "unknown" as const, name: null };
            return (
              <li
                key={line.id}
                aria-current={line === current ? "true" : undefined}
                className="grid grid-cols-[3rem_minmax(0,1fr)] gap-x-2 px-4 py-1.5 aria-[current]:bg-accent-soft"
              >
                <span className="text-xs leading-5 text-muted tabular-nums">{formatDuration(line.startMs / 1000)}</span>
                <p className="min-w-0 text-sm">
                  <span className="font-medium">
                    {speakerName({ t: tSpeakers, speaker, index: line.speaker, isOnly: speakers.length === 1 })}:
                  </span>{" "}
                  <InertText text={line.text} />
                </p>
              </li>
            );
          })}
        </ol>
      )}
    </Panel>
  );
}
