import { findInstalledPack } from "./packs/find-installed-pack";
import { PACKS, type PackName } from "./packs/pack-list";
import type { Leg, Recognition, SpeechLanguage } from "./speech";
import { SpeechFailure } from "./speech-failure";
import { runSpeechJob } from "./speech-pool";
import { timeLimitMs } from "./time-limit";

type RecognizeInput = { legs: Leg[]; language: SpeechLanguage | "auto"; signal: AbortSignal; onProgress?: (share: number) => void };
type Installed = { name: PackName; folder: string };

/** What "auto" tells apart. A third language is mistaken for one of them. */
export const GUESSED_LANGUAGES: SpeechLanguage[] = ["es", "en"];

/**
 * Turns the legs of a call into words on this machine. Nothing is fetched: a pack that is not there is SpeechFailure `pack_missing` with its
 * name. "auto" needs the packs of both languages. Throws `cancelled`, `out_of_time`, `busy` and `engine_failed` as well.
 */
export async function recognizeLocally({ legs, language, signal, onProgress }: RecognizeInput): Promise<Recognition> {
  const packs = await findPacks(language === "auto" ? GUESSED_LANGUAGES : [language]);
  const timeoutMs = timeLimitMs(Math.max(0, ...legs.map((leg) => leg.durationSeconds)));
  const result = await runSpeechJob({
    request: { kind: "recognize", legs, language, packs },
    signal,
    timeoutMs,
    timeoutMsFor: () => timeoutMs,
    onProgress,
  });
  if (!("recognition" in result)) throw new SpeechFailure("engine_failed", "The speech engine answered another question.");
  return result.recognition;
}

/** The best installed pack of each language. */
async function findPacks(languages: SpeechLanguage[]): Promise<Installed[]> {
  const found: Installed[] = [];
  const missing: PackName[] = [];
  for (const language of languages) {
    const known = PACKS.filter((pack) => pack.purpose === "recognition" && pack.languages.includes(language));
    const [best] = known;
    if (!best) throw new SpeechFailure("pack_missing", `There is no pack of speech models for the language "${language}".`, []);
    const installed = (await Promise.all(known.map(({ name }) => findInstalledPack(name)))).find((pack) => pack !== null);
    if (installed) found.push(installed);
    else missing.push(best.name);
  }
  if (missing.length === 0) return found;
  const what =
    missing.length === 1
      ? `The pack of speech models "${missing[0]}" is`
      : `The packs of speech models ${missing.map((name) => `"${name}"`).join(" and ")} are`;
  throw new SpeechFailure("pack_missing", `${what} not installed.`, missing);
}
