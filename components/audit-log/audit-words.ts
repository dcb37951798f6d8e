import type { useTranslations } from "next-intl";

type Translator = Pick<ReturnType<typeof useTranslations<never>>, "has" | "raw">;

/** Which words the values of a field are told in. */
const VALUE_WORDS = new Map([
  ["role", "roles"],
  ["source", "sources"],
  ["scope", "apiKeys.scopes"],
  ["status", "recordingStatuses"],
  ["actions", "auditEntries.actions"],
  ["disputeStatus", "disputes.statuses"],
]);

/** What entries say, in the reader's language. What has no word, since it is of another version, is told as it was written. */
export function auditWords(t: Translator) {
  const wordOr = (key: string, fallback: string): string => {
    // Keys made of data are more than the type of messages knows.
    const known = key as Parameters<Translator["has"]>[0];
    const word: unknown = t.has(known) ? t.raw(known) : null;
    return typeof word === "string" ? word : fallback;
  };
  return {
    action: (action: string) => wordOr(`auditEntries.actions.${action}`, action),
    group: (group: string) => wordOr(`auditEntries.groups.${group}`, group),
    kind: (kind: string) => wordOr(`auditEntries.kinds.${kind}`, kind),
    field: (name: string) => wordOr(`auditEntries.fields.${name}`, name),
    value: (name: string, value: string) => {
      const words = VALUE_WORDS.get(name);
      return words ? wordOr(`${words}.${value}`, value) : value;
    },
  };
}
