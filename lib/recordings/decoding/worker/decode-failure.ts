/** Why a file is not taken as audio, said by a decoder. */
export class DecodeFailure extends Error {
  readonly reason: "not_audio" | "cut_short" | "empty" | "decoder_missing";
  /** What the file turned out to be; null leaves that to its first bytes. */
  readonly lookedLike: string | null;

  constructor(reason: DecodeFailure["reason"], detail: string, lookedLike: string | null = null) {
    super(detail);
    this.name = "DecodeFailure";
    this.reason = reason;
    this.lookedLike = lookedLike;
  }
}
