import type { CriterionRule, MachineFinding, MeasureFinding, TranscriptMeasures } from "@/db/schema";
import type { HeardCall } from "./heard-call";

type Lane = TranscriptMeasures["lanes"][number];
type Limits = { min?: number | undefined; max?: number | undefined };

/** Whether what was measured of a call keeps within a rule's limits, which are within them as well; one finding for each limit. */
export function judgeMeasures(rule: CriterionRule, call: Pick<HeardCall, "measures" | "speakers">): MachineFinding[] {
  const { maxSilenceRatio, maxLongestSilenceSeconds, agentTalkRatio, maxAgentInterruptions } = rule;
  const { measures } = call;
  const lane = findAgentLane(call);
  return [
    maxSilenceRatio === undefined ? [] : judge("silence_ratio", measures.silenceRatio, { max: maxSilenceRatio }),
    maxLongestSilenceSeconds === undefined
      ? []
      : judge("longest_silence", measures.longestSilenceSeconds, { max: maxLongestSilenceSeconds }),
    agentTalkRatio === undefined ? [] : judge("agent_talk_ratio", lane?.talkRatio, agentTalkRatio),
    maxAgentInterruptions === undefined ? [] : judge("agent_interruptions", lane?.interruptionCount, { max: maxAgentInterruptions }),
  ].flat();
}

function judge(code: MeasureFinding["code"], value: number | undefined, { min, max }: Limits): MachineFinding {
  if (value === undefined) return { code: "sides_unknown", isMet: null };
  const isMet = (min === undefined || value >= min) && (max === undefined || value <= max);
  return { code, isMet, value, min: min ?? null, max: max ?? null };
}

/**
 * The channel that the agent is on; null where two sides have not one each. Speakers are numbered as the channels on which something was said: a
 * side that says nothing has a channel and no number.
 */
function findAgentLane({ measures, speakers }: Pick<HeardCall, "measures" | "speakers">): Lane | null {
  const lanes = measures.lanes.toSorted((one, other) => one.channel - other.channel);
  if (lanes.length !== 2) return null;
  const speaking = lanes.length === speakers.length ? lanes : lanes.filter(({ wordsPerMinute }) => wordsPerMinute !== null);
  if (speaking.length !== speakers.length) return null;
  const laneOf = (role: "agent" | "customer") => {
    const index = speakers.findIndex((speaker) => speaker.role === role);
    return index < 0 ? null : (speaking[index] ?? null);
  };
  const own = laneOf("agent");
  const others = laneOf("customer");
  // The side that is silent is whichever the other one is not.
  return own ?? (others && speakers.length === 1 ? (lanes.find((lane) => lane !== others) ?? null) : null);
}
