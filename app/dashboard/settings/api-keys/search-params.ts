import { createLoader, createSerializer, parseAsString, parseAsStringLiteral } from "nuqs/server";
import { API_KEY_SHOWS } from "@/lib/api-keys/api-key-state";

const apiKeySearchParams = {
  show: parseAsStringLiteral(API_KEY_SHOWS).withDefault("live"),
  after: parseAsString,
};

export const loadApiKeySearchParams = createLoader(apiKeySearchParams);
export const apiKeysHref = createSerializer(apiKeySearchParams);
