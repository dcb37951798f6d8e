import { ARIA_FIELDS } from "./fields";

/** The ways in which platforms send a call. */
export const ARIA_FORMATS = ["json", "form", "pixel"] as const;
export type AriaFormat = (typeof ARIA_FORMATS)[number];

type AriaRequestTemplateInput = { format: AriaFormat; url: string; connectionId: string; apiKey: string };

/**
 * What is pasted into a platform's settings: a body, or for a pixel the whole address. Every value but the credentials is a variable of the
 * field's own name, for the platform's to be put in its place; one that is left in counts as empty, with a warning.
 */
export function ariaRequestTemplate({ format, url, connectionId, apiKey }: AriaRequestTemplateInput): string {
  const fixed = new Map<string, string>([
    ["api_key", apiKey],
    ["connection_id", connectionId],
  ]);
  const pairs = ARIA_FIELDS.map(({ name }) => [name, fixed.get(name) ?? `{{${name}}}`] as const);
  if (format === "json") return JSON.stringify(Object.fromEntries(pairs), null, 2);
  const query = pairs.map((pair) => pair.join("=")).join("&");
  return format === "form" ? query : `${url}?${query}`;
}
