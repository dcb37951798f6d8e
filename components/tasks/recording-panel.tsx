import { Download, Scissors, Trash2 } from "lucide-react";
import { useFormatter, useTranslations } from "next-intl";
import { AudioPlayer } from "@/components/hearing/audio-player";
import { formatDuration } from "@/components/ui/duration";
import { Panel } from "@/components/ui/panel";
import { StatusChip } from "@/components/ui/status-chip";
import { TimeWithZone } from "@/components/ui/time-with-zone";
import type { TaskRecording } from "@/lib/tasks/get-task";

const DAY_MS = 86_400_000;

type RecordingPanelProps = {
  recording: TaskRecording;
  title: string;
  /** Whether its player stands above already. */
  isPlayedAbove?: boolean;
  billableSeconds: number;
  /** The campaign's; null for the installation's. */
  timeZone: string | null;
};

/** One recording: its player, or when it was deleted, what the file is, and whether a part of it may be missing. */
export function RecordingPanel({ recording, title, isPlayedAbove = false, billableSeconds, timeZone }: RecordingPanelProps) {
  const t = useTranslations("task");
  const tFile = useTranslations("task.file");
  const tPlayer = useTranslations("player");
  const format = useFormatter();
  const channels =
    recording.channelCount <= 2
      ? tFile(recording.channelCount === 1 ? "mono" : "stereo")
      : tFile("channelCount", { count: recording.channelCount });
  const facts = [
    recording.mediaType.replace(/^audio\/(x-)?/, "").toUpperCase(),
    format.number(recording.sizeBytes / 1_000_000, { style: "unit", unit: "megabyte", maximumFractionDigits: 1 }),
    channels,
    tFile("rate", { rate: format.number(recording.sampleRateHz) }),
    `${tFile("silence")} ${format.number(recording.silenceRatio, { style: "percent" })}`,
  ];
  return (
    <Panel
      title={title}
      actions={
        recording.isPartial && (
          <StatusChip tone="warning" icon={Scissors}>
            {t("partial")}
          </StatusChip>
        )
      }
    >
      {recording.deletedAt === null ? (
        !isPlayedAbove && <AudioPlayer label={title} recordingId={recording.id} durationSeconds={recording.durationSeconds} />
      ) : (
        <DeletedRecording createdAt={recording.createdAt} deletedAt={recording.deletedAt} timeZone={timeZone} />
      )}
      <div className="border-t border-separator px-4 py-2 text-xs text-muted">
        <ul className="flex flex-wrap items-center gap-x-4 gap-y-1 tabular-nums">
          {isPlayedAbove && recording.deletedAt === null && (
            <li>
              <a
                href={`/api/recordings/${recording.id}`}
                download
                className="inline-flex items-center gap-1 rounded-sm text-accent hover:underline"
              >
                <Download aria-hidden className="size-3.5" />
                {tPlayer("download")}
              </a>
            </li>
          )}
          {facts.map((fact) => (
            <li key={fact}>{fact}</li>
          ))}
        </ul>
        {recording.isPartial && (
          <p className="mt-1 text-warning-soft-foreground">
            {t("partialHelp", { recording: formatDuration(recording.durationSeconds), billed: formatDuration(billableSeconds) })}
          </p>
        )}
      </div>
    </Panel>
  );
}

type DeletedRecordingProps = { createdAt: Date; deletedAt: Date; timeZone: string | null };

function DeletedRecording({ createdAt, deletedAt, timeZone }: DeletedRecordingProps) {
  const t = useTranslations("task");
  const days = Math.floor((deletedAt.getTime() - createdAt.getTime()) / DAY_MS);
  return (
    <p className="flex items-start gap-2 p-4 text-muted">
      <Trash2 aria-hidden className="mt-0.5 size-4 shrink-0" />
      <span>{t.rich("deleted", { days, date: () => <TimeWithZone value={deletedAt} timeZone={timeZone} isBrief /> })}</span>
    </p>
  );
}
