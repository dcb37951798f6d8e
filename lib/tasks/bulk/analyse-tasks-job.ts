import { sql } from "drizzle-orm";
import { isAnalysisOutdated } from "@/lib/analysis/is-analysis-outdated";
import { keptModelName } from "@/lib/analysis/kept-model-name";
import { AppError } from "@/lib/errors";
import { isLanguageModelConfigured } from "@/lib/language-model/is-language-model-configured";
import { NO_TRANSCRIPT, NOT_WANTED } from "@/lib/machine-work/machine-work-words";
import { canRequestTranscription } from "@/lib/transcription/transcription-access";
import { machineWorkJob } from "./machine-work-job";

/**
 * Has the language model analyse calls, also those that were transcribed before there was one. What the same model has analysed, and nobody has
 * corrected since, is there already: nothing is paid twice. Throws `invalid` with `details.problem` no_model where there is none.
 */
export const analyseTasksJob = machineWorkJob({
  kind: "analysis",
  mayOrder: canRequestTranscription,
  requireMachine: () => {
    if (!isLanguageModelConfigured())
      throw new AppError("invalid", "This installation has no language model.", { details: { problem: "no_model" } });
  },
  obstacle: sql<string | null>`case
    when not exists (select from transcripts where task_id = tasks.id) then ${NO_TRANSCRIPT}
    when not exists (select from campaigns where id = tasks.campaign_id and uses_language_model) then ${NOT_WANTED.analysis} end`,
  isDone: () => sql<boolean>`exists (
    select from analyses where task_id = tasks.id and model = ${keptModelName()} and not ${isAnalysisOutdated})`,
});
