import { findFfmpeg } from "@/lib/recordings/decoding/find-ffmpeg";
import type { Finding } from "./finding";

/** Which recordings can be taken in: `always`, with files up to 64 MiB (`small`), or not at all (`never`) where there is no ffmpeg. */
export const AUDIO_FORMATS = [
  { format: "WAV (PCM, float, A-law, µ-law, ADPCM)", withoutFfmpeg: "always" },
  { format: "MP3", withoutFfmpeg: "always" },
  { format: "FLAC", withoutFfmpeg: "always" },
  { format: "Ogg Opus, Ogg Vorbis", withoutFfmpeg: "always" },
  { format: "AAC (ADTS)", withoutFfmpeg: "always" },
  { format: "M4A and MP4, WebM, AMR, AIFF, CAF, Windows Media", withoutFfmpeg: "small" },
  { format: "WAV (GSM 6.10 and others), raw GSM, AU", withoutFfmpeg: "never" },
  { format: "AVI, MPEG and Flash video", withoutFfmpeg: "never" },
] as const;

/** Whether ffmpeg is there for the formats that we don't decode ourselves. */
export async function checkDecoding(): Promise<Finding> {
  const file = await findFfmpeg();
  if (file) return { name: "ffmpeg", status: "ok", message: `Found at ${file}: every format of the table is taken in.` };
  return { name: "ffmpeg", status: "warning", message: "Not on the PATH: install it if your platform sends formats that need it." };
}
