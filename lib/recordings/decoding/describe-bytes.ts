// biome-ignore-all lint/suspicious/noControlCharactersInRegex: magic numbers are control characters, and these tell binary data from text.
/** What the first bytes of a file or an answer are, told from the bytes alone. `label` is for people: "HTML page", "ZIP archive". */
export type BytesDescription = { kind: BytesKind; label: string };

export type AudioKind =
  | "wav"
  | "mp3"
  | "flac"
  | "opus"
  | "vorbis"
  | "aac"
  | "mp4"
  | "webm"
  | "amr"
  | "aiff"
  | "caf"
  | "wma"
  | "avi"
  | "au"
  | "mpeg-ps"
  | "mpeg-ts"
  | "flv";
export type BytesKind = AudioKind | "empty" | "html" | "xml" | "json" | "text" | "zip" | "gzip" | "pdf" | "image" | "unknown";

/** Enough to tell any kind, an ID3 tag aside. */
export const DESCRIBED_BYTES = 4096;

/** Names what bytes begin with. Whatever a host says of them is not asked. `isAudio: false` where decoding has shown that they are none. */
export function describeBytes(bytes: Uint8Array, { isAudio = true } = {}): BytesDescription {
  if (bytes.length === 0) return { kind: "empty", label: "nothing" };
  const latin1 = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.length, DESCRIBED_BYTES)).toString("latin1");
  return (isAudio ? describeAudio(latin1) : null) ?? describeFile(latin1) ?? describeText(bytes, latin1);
}

function describeAudio(latin1: string): BytesDescription | null {
  if (/^(RIFF|RF64)....WAVE/s.test(latin1)) return { kind: "wav", label: "WAV" };
  if (/^RIFF....AVI /s.test(latin1)) return { kind: "avi", label: "AVI video" };
  if (/^ID3/.test(latin1)) return { kind: "mp3", label: "MP3" };
  if (/^fLaC/.test(latin1)) return { kind: "flac", label: "FLAC" };
  if (/^OggS/.test(latin1)) return describeOgg(latin1);
  if (/^....ftyp/s.test(latin1)) return describeMp4(latin1);
  if (/^\x1a\x45\xdf\xa3/.test(latin1)) return { kind: "webm", label: "Matroska or WebM" };
  if (/^#!AMR/.test(latin1)) return { kind: "amr", label: "AMR" };
  if (/^FORM....AIF[FC]/s.test(latin1)) return { kind: "aiff", label: "AIFF" };
  if (/^caff/.test(latin1)) return { kind: "caf", label: "CAF" };
  if (/^\x30\x26\xb2\x75\x8e\x66\xcf\x11/.test(latin1)) return { kind: "wma", label: "Windows Media" };
  if (/^\.snd/.test(latin1)) return { kind: "au", label: "AU" };
  if (/^\0\0\x01\xba/.test(latin1)) return { kind: "mpeg-ps", label: "MPEG video" };
  if (/^FLV\x01/.test(latin1)) return { kind: "flv", label: "Flash video" };
  if (/^G.{187}G.{187}G/s.test(latin1)) return { kind: "mpeg-ts", label: "MPEG transport stream" };
  // ADTS and MPEG audio share the sync word and differ in the layer bits.
  if (/^\xff[\xf0\xf1\xf8\xf9]/.test(latin1)) return { kind: "aac", label: "AAC" };
  if (/^\xff[\xe2-\xe7\xf2-\xf7\xfa-\xff]/.test(latin1)) return { kind: "mp3", label: "MPEG audio" };
  return null;
}

function describeOgg(latin1: string): BytesDescription {
  if (latin1.includes("OpusHead")) return { kind: "opus", label: "Ogg Opus" };
  if (latin1.includes("\x7fFLAC")) return { kind: "flac", label: "Ogg FLAC" };
  return { kind: "vorbis", label: "Ogg" };
}

function describeMp4(latin1: string): BytesDescription {
  const brand = latin1.slice(8, 12);
  if (brand.startsWith("M4A") || brand.startsWith("M4B")) return { kind: "mp4", label: "MPEG-4 audio" };
  return { kind: "mp4", label: brand.startsWith("3g") ? "3GP" : brand.startsWith("qt") ? "QuickTime" : "MPEG-4" };
}

function describeFile(latin1: string): BytesDescription | null {
  if (/^PK(\x03\x04|\x05\x06|\x07\x08)/.test(latin1)) return { kind: "zip", label: "ZIP archive" };
  if (/^\x1f\x8b/.test(latin1)) return { kind: "gzip", label: "gzip data" };
  if (/^%PDF/.test(latin1)) return { kind: "pdf", label: "PDF" };
  if (/^(\x89PNG|\xff\xd8\xff|GIF8)/.test(latin1)) return { kind: "image", label: "image" };
  return null;
}

function describeText(bytes: Uint8Array, latin1: string): BytesDescription {
  const text = decodeText(bytes.subarray(0, DESCRIBED_BYTES), latin1);
  if (text === null) return { kind: "unknown", label: "unknown binary data" };
  if (/<(!doctype html|html|head|body|title|script|meta|form|h1|p|div)\b/i.test(text.slice(0, 1024))) {
    return { kind: "html", label: withWords("HTML page", /<title[^>]*>([^<]*)/i.exec(text)?.[1]) };
  }
  if (/^\s*<(\?xml|[a-z])/i.test(text)) return { kind: "xml", label: withWords("XML error", /<code>([^<]*)/i.exec(text)?.[1]) };
  if (/^\s*[[{]/.test(text)) {
    return { kind: "json", label: withWords("JSON error", /"(?:error|message|code|detail)"\s*:\s*"([^"\\]*)"/i.exec(text)?.[1]) };
  }
  if (text.trim() === "") return { kind: "empty", label: "white space" };
  return { kind: "text", label: withWords("text", text) };
}

/** The bytes as text in UTF-8, UTF-16 with a mark, or Latin-1; null when they hold what no text holds. */
function decodeText(bytes: Uint8Array, latin1: string): string | null {
  if (/^(\xff\xfe|\xfe\xff)/.test(latin1)) return new TextDecoder(latin1.startsWith("\xff") ? "utf-16le" : "utf-16be").decode(bytes);
  if (/[\x00-\x08\x0e-\x1a\x1c-\x1f]/.test(latin1)) return null;
  return new TextDecoder().decode(bytes);
}

function withWords(label: string, words: string | undefined): string {
  const clean = (words ?? "")
    .replace(/[\p{C}\s]+/gu, " ")
    .trim()
    .slice(0, 80);
  return clean === "" ? label : `${label} "${clean}"`;
}
