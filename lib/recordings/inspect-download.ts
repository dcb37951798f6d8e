import { type AttemptEvidence, AttemptFailure } from "./attempt-failure";
import type { AudioMeasures } from "./decoding/audio-inspection";
import { inspectAudio } from "./decoding/inspect-audio";

/** A download that is audio. */
export type AudioFile = AudioMeasures & { mediaType: string; lookedLike: string; isPartial: boolean };

type InspectDownloadInput = { path: string; billableSeconds: number; evidence: AttemptEvidence };

const WHOLE_SHARE = 0.8;

/**
 * Takes a downloaded file as audio or throws AttemptFailure. Shorter than 80 % of the billed seconds is flagged as partial, unless its writer
 * has visibly not finished it: then it is tried again.
 */
export async function inspectDownload({ path, billableSeconds, evidence }: InspectDownloadInput): Promise<AudioFile> {
  const inspection = await inspectAudio({ path }).catch((cause: unknown) => {
    const message = cause instanceof Error ? cause.message : String(cause);
    throw new AttemptFailure("retry", "decoder_failed", `The recording could not be checked: ${message}.`, { cause });
  });
  evidence.lookedLike = inspection.lookedLike;
  if (!inspection.isAudio) throw new AttemptFailure("retry", inspection.reason, inspection.detail);
  const { isAudio, isUnfinished, ...audio } = inspection;
  const isPartial = audio.durationSeconds < billableSeconds * WHOLE_SHARE;
  if (isPartial && isUnfinished) {
    throw new AttemptFailure("retry", "cut_short", `It is still being written: ${audio.lookedLike} of a call of ${billableSeconds} s.`);
  }
  return { ...audio, isPartial };
}
