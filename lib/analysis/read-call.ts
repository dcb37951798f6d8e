import { sqlClient } from "@/db/client";
import type { SpeakerRole, SpeechLanguage } from "@/db/enums";
import type { SegmentWord, TranscriptSpeaker } from "@/db/schema";
import { MachineWorkFailure } from "@/lib/machine-work/machine-work-failure";
import { TRANSCRIPT_VERSION } from "./transcript-version";

/** A line as the language model is shown it. */
export type CallLine = { position: number; startMs: number; text: string; words: SegmentWord[] | null; role: SpeakerRole };

/** One of the campaign's words for calls, and when a call deserves it. */
export type CallTag = { id: string; name: string; matchKey: string; description: string };

/** A transcript as it stood when it was read, with the campaign's tags. `version` changes with every change of what is said in it. */
export type ReadCall = { language: SpeechLanguage; lines: CallLine[]; tags: CallTag[]; version: string };

type TranscriptRow = { language: SpeechLanguage; speakers: TranscriptSpeaker[]; version: string; campaignId: number; isWanted: boolean };

/** What the language model is to read of a task. Throws MachineWorkFailure where there is no transcript, or the campaign does not want it read. */
export async function readCall(taskId: string): Promise<ReadCall> {
  const [transcript] = await sqlClient<TranscriptRow[]>`
    select transcripts.language, speakers, ${sqlClient.unsafe(TRANSCRIPT_VERSION)} as version, campaign_id as "campaignId", uses_language_model as "isWanted"
    from transcripts join tasks on tasks.id = transcripts.task_id join campaigns on campaigns.id = tasks.campaign_id
    where task_id = ${taskId}`;
  if (!transcript) throw new MachineWorkFailure({ code: "no_transcript", message: "The call has no transcript.", isRetriable: false });
  const { language, speakers, version, campaignId, isWanted } = transcript;
  if (!isWanted)
    throw new MachineWorkFailure({
      ...{ code: "not_wanted", isRetriable: false },
      message: "The language model does not read this campaign's calls: its settings of speech say so.",
    });
  const [lines, tags] = await Promise.all([
    sqlClient<(Omit<CallLine, "role"> & { speaker: number })[]>`
      select position, start_ms as "startMs", text, words, speaker from segments where task_id = ${taskId} order by position`,
    sqlClient<CallTag[]>`
      select id, name, match_key as "matchKey", description from campaign_tags where campaign_id = ${campaignId} order by match_key`,
  ]);
  const roleOf = (speaker: number) => speakers[speaker]?.role ?? "unknown";
  return { language, version, tags: [...tags], lines: lines.map(({ speaker, ...line }) => ({ ...line, role: roleOf(speaker) })) };
}
