import type { ServerFailureCode } from "@/lib/http/server-failure";
import type { ModelUse } from "@/lib/machine-work/end-machine-work";
import { MachineWorkFailure } from "@/lib/machine-work/machine-work-failure";

/** `cut_short`: the model's answer ended at the server's limit of its length, so that the rest is missing. */
export type LanguageModelFailureCode = ServerFailureCode | "not_configured" | "cut_short";

/** Trying again can help. */
const RETRIABLE = new Set<LanguageModelFailureCode>(["unreachable", "busy", "server_failed", "too_slow"]);

type LanguageModelFailureOptions = { use?: ModelUse | null; retryAfterSeconds?: number | null; cause?: unknown };

/** Why the language model gave no answer. The message names its host, never the key; `use` is what the attempt has cost all the same. */
export class LanguageModelFailure extends MachineWorkFailure {
  override readonly code: LanguageModelFailureCode;

  constructor(code: LanguageModelFailureCode, message: string, options: LanguageModelFailureOptions = {}) {
    super({ ...options, code, message, isRetriable: RETRIABLE.has(code) });
    this.name = "LanguageModelFailure";
    this.code = code;
  }
}
