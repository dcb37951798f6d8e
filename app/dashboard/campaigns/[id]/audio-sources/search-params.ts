import { createLoader, createSerializer, type inferParserType, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { ARIA_FORMATS } from "@/lib/sources/aria/request-template";

const audioSourceSearchParams = {
  /** The connection_id of the connection that is shown closer. */
  connection: parseAsString.withDefault(""),
  format: parseAsStringLiteral(ARIA_FORMATS).withDefault("json"),
  /** Where the page of its campaigns begins. */
  after: parseAsString,
};

export type AudioSourceSearchParams = inferParserType<typeof audioSourceSearchParams>;
export const loadAudioSourceSearchParams = createLoader(audioSourceSearchParams);
export const audioSourcesHref = createSerializer(audioSourceSearchParams);
