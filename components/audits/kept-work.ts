import { ANSWERS } from "@/db/enums";
import type { Remarks } from "./sheet-actions";
import type { Draft } from "./sheet-store";

/** What a person has said in one tab and the server has not got. */
export type Kept = { drafts: Record<string, Draft>; remarks: Remarks | null };

export type KeptWork = ReturnType<typeof createKeptWork>;

/**
 * Keeps what is not sent in this browser, for each audit, person and tab by itself: of two tabs neither takes away what the other still has to send.
 * What a tab leaves behind that is no more, the next one takes over.
 */
export function createKeptWork(auditId: string, userId: string) {
  const prefix = `auditoria.audit.${auditId}.${userId}.`;
  // Told apart among a person's tabs: no secret.
  const tabId = Math.random().toString(36).slice(2);
  let mine: Kept = { drafts: {}, remarks: null };
  const save = () => {
    if (mine.remarks === null && Object.keys(mine.drafts).length === 0) localStorage.removeItem(prefix + tabId);
    else localStorage.setItem(prefix + tabId, JSON.stringify(mine));
  };
  return {
    tabId,
    writeDrafts(drafts: Record<string, Draft>): void {
      mine = { ...mine, drafts };
      save();
    },
    writeRemarks(remarks: Remarks | null): void {
      mine = { ...mine, remarks };
      save();
    },
    /** Hands over what tabs left behind that are no more; `take` keeps it as this tab's own. */
    async adopt(isAlive: (tabId: string) => Promise<boolean>, take: (kept: Kept) => void): Promise<void> {
      const others = Object.keys(localStorage).filter((key) => key.startsWith(prefix) && key !== prefix + tabId);
      for (const key of others) {
        if (await isAlive(key.slice(prefix.length))) continue;
        take(readKept(localStorage.getItem(key)));
        localStorage.removeItem(key);
      }
    },
  };
}

/** What is kept may be of another version of this page. */
function readKept(text: string | null): Kept {
  try {
    const kept = fieldsOf(JSON.parse(text ?? "null"));
    const drafts = [...fieldsOf(kept.get("drafts"))].flatMap(([id, value]) => (isDraft(value) ? [[id, value]] : []));
    const remarks = kept.get("remarks");
    return { drafts: Object.fromEntries(drafts), remarks: isRemarks(remarks) ? remarks : null };
  } catch {
    return { drafts: {}, remarks: null };
  }
}

function isDraft(value: unknown): value is Draft {
  const fields = fieldsOf(value);
  const answer = fields.get("answer");
  const isNumberOrNull = (name: string) => fields.get(name) === null || typeof fields.get(name) === "number";
  return (
    (answer === null || ANSWERS.some((one) => one === answer)) &&
    ["points", "momentMs"].every(isNumberOrNull) &&
    ["note", "reason", "seen"].every((name) => typeof fields.get(name) === "string")
  );
}

function isRemarks(value: unknown): value is Remarks {
  const fields = fieldsOf(value);
  return typeof fields.get("comment") === "string" && typeof fields.get("praise") === "string";
}

function fieldsOf(value: unknown): Map<string, unknown> {
  return new Map(typeof value === "object" && value !== null ? Object.entries(value) : []);
}
