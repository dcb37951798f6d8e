import { ANSWERS } from "@/db/enums";
import type { Draft } from "./sheet-store";

/** Keeps what a person has answered and the server has not got, in this browser: for each audit and person by itself. */
export function keptDrafts(auditId: string, userId: string) {
  const key = `auditoria.audit.${auditId}.${userId}`;
  return {
    read(): Record<string, Draft> {
      try {
        const kept: unknown = JSON.parse(localStorage.getItem(key) ?? "{}");
        if (typeof kept !== "object" || kept === null) return {};
        return Object.fromEntries(Object.entries(kept).flatMap(([id, value]) => (isDraft(value) ? [[id, value]] : [])));
      } catch {
        return {};
      }
    },
    write(drafts: Record<string, Draft>): void {
      if (Object.keys(drafts).length === 0) localStorage.removeItem(key);
      else localStorage.setItem(key, JSON.stringify(drafts));
    },
  };
}

/** What is kept may be of another version of this page. */
function isDraft(value: unknown): value is Draft {
  if (typeof value !== "object" || value === null) return false;
  const fields = new Map(Object.entries(value));
  const answer: unknown = fields.get("answer");
  const isNumberOrNull = (name: string) => fields.get(name) === null || typeof fields.get(name) === "number";
  return (
    (answer === null || ANSWERS.some((one) => one === answer)) &&
    ["points", "momentMs"].every(isNumberOrNull) &&
    ["note", "reason", "seen"].every((name) => typeof fields.get(name) === "string")
  );
}
