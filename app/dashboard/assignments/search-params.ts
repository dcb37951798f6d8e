import { createLoader, createSerializer, parseAsInteger, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { ASSIGNMENT_STATES } from "@/lib/assignments/assignment-state";

const samplesSearchParams = { after: parseAsString };
export const loadSamplesSearchParams = createLoader(samplesSearchParams);
export const samplesHref = createSerializer(samplesSearchParams);

/** The campaign that a sample is drawn of. */
const newSampleSearchParams = { campaign: parseAsInteger };
export const loadNewSampleSearchParams = createLoader(newSampleSearchParams);
export const newSampleHref = createSerializer(newSampleSearchParams);

/** Which calls of a sample are shown. */
const sampleSearchParams = { state: parseAsStringLiteral(ASSIGNMENT_STATES), after: parseAsString };
export const loadSampleSearchParams = createLoader(sampleSearchParams);
export const sampleHref = createSerializer(sampleSearchParams);

/** The task that is left for the next one. */
export const loadNextSearchParams = createLoader({ after: parseAsString });
