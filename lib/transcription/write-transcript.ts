import type { TransactionSql } from "postgres";
import { v7 } from "uuid";
import { sqlClient } from "@/db/client";
import type { SpeakerRole, SpeechLanguage, Transcriber, WordTimes } from "@/db/enums";
import type { TranscriptMeasures, TranscriptSpeaker } from "@/db/schema";
import { ClaimLost } from "@/lib/claims/keep-claim";
import { orderMachineWork } from "@/lib/machine-work/order-machine-work";
import { storableJson } from "@/lib/reception/storable-json";
import type { PreparedAudio } from "@/lib/speech/speech";
import type { ClaimedTranscription } from "./claim-transcription";
import type { MergedTurns, Turn } from "./merge-turns";

type WriteTranscriptInput = {
  claim: ClaimedTranscription;
  token: Date;
  transcriber: Transcriber;
  audio: PreparedAudio;
  heard: { language: SpeechLanguage; model: string; wordTimes: WordTimes };
  merged: MergedTurns;
};

/**
 * Writes a transcript in the place of what was there, ends the transcription, moves the task on, and orders what machines do with it, in one commit. Throws ClaimLost, having
 * written nothing, when the transcription is no longer ours: cancelled, or taken over.
 */
export async function writeTranscript({ claim, token, transcriber, audio, heard, merged }: WriteTranscriptInput): Promise<void> {
  const { taskId, recordingId, agentChannel } = claim;
  const { language, model, wordTimes } = heard;
  const speakers = speakersOf(merged, audio, agentChannel);
  const measures = measuresOf(audio, merged);
  await sqlClient.begin(async (transaction) => {
    const ended = await transaction`
      update transcriptions set status = 'completed', progress = 100, transcriber = ${transcriber}, failure = null, failure_code = null,
        claimed_until = null, ended_at = now()
      where task_id = ${taskId} and claimed_until = ${token} and status = 'running'`;
    if (ended.count === 0) throw new ClaimLost(`the transcription of task ${taskId}`);
    await transaction`delete from transcripts where task_id = ${taskId}`;
    // By the clock of now: a machine may have answered from the old one while this waited for it.
    await transaction`
      insert into transcripts (task_id, recording_id, transcriber, model, language, duration_seconds, lane_reason, word_times, speakers, measures, updated_at)
      values (${taskId}, ${recordingId}, ${transcriber}, ${model.slice(0, 200)}, ${language}, ${audio.durationSeconds}, ${audio.laneReason},
        ${wordTimes}, ${storableJson(speakers)}::text::jsonb, ${storableJson(measures)}::text::jsonb, clock_timestamp())`;
    await insertSegments(transaction, { taskId, language, turns: merged.turns });
    await transaction`
      with task as (
        update tasks set status = case when status in ('pending', 'processing', 'failed') then 'completed' else status end, failure = null,
          updated_at = now() where id = ${taskId} returning id, campaign_id
      )
      select pg_notify('task_changed', json_build_object('id', id, 'campaignId', campaign_id)::text) from task`;
    await orderMachineWork(transaction, taskId);
    await transaction`select pg_notify('transcription_ready', '')`;
  });
}

type SegmentsInput = { taskId: string; language: SpeechLanguage; turns: Turn[] };

async function insertSegments(transaction: TransactionSql, { taskId, language, turns }: SegmentsInput): Promise<void> {
  const rows = turns.map(({ speaker, start, end, text, words }, position) => ({
    ...{ id: v7(), position, speaker, text, start_ms: toMs(start), end_ms: Math.max(toMs(end), toMs(start)) },
    words: words?.map((word) => [word.text, toMs(word.start), toMs(word.end)]) ?? null,
  }));
  if (rows.length === 0) return;
  await transaction`
    insert into segments (id, task_id, position, speaker, start_ms, end_ms, text, words, search)
    select id, ${taskId}, position, speaker, start_ms, end_ms, text, words, speech_vector(${language}, text)
    from json_to_recordset(${storableJson(rows)}::text::json)
      as s(id uuid, position int, speaker smallint, start_ms int, end_ms int, text text, words jsonb)`;
}

function toMs(seconds: number): number {
  return Math.max(0, Math.round(seconds * 1000));
}

/** Who is on which channel of a stereo recording is the campaign's to say; several voices on one channel are nobody's in particular. */
function speakersOf({ channels }: MergedTurns, { legs }: PreparedAudio, agentChannel: number | null): TranscriptSpeaker[] {
  const isOneEach = legs.length === 2 && new Set(channels).size === channels.length;
  return channels.map((channel) => ({ role: isOneEach ? roleOf(channel, agentChannel) : "unknown", name: null }));
}

function roleOf(channel: number, agentChannel: number | null): SpeakerRole {
  if (agentChannel === null) return "unknown";
  return channel === agentChannel ? "agent" : "customer";
}

function measuresOf({ measures }: PreparedAudio, { turns, channels }: MergedTurns): TranscriptMeasures {
  const wordsOn = (channel: number) =>
    turns
      .filter(({ speaker }) => channels[speaker] === channel)
      .reduce((sum, { text }) => sum + text.split(/\s+/).filter(Boolean).length, 0);
  const lanes = measures.lanes.map((lane) => {
    const words = wordsOn(lane.channel);
    return { ...lane, wordsPerMinute: words === 0 || lane.talkSeconds === 0 ? null : Math.round((words * 60) / lane.talkSeconds) };
  });
  return { ...measures, lanes };
}
