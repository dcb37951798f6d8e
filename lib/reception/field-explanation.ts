import type { Direction } from "@/db/enums";

/** What we made of a value, in our words. */
export type MadeValue =
  | { kind: "text"; text: string }
  | { kind: "instant"; at: Date }
  | { kind: "seconds"; seconds: number }
  | { kind: "truth"; isTrue: boolean }
  | { kind: "direction"; direction: Direction }
  | { kind: "campaign"; campaignId: number };

/** One field of a delivery, as its source reads it. */
export type FieldExplanation = {
  /** As the platform calls it. */
  path: string;
  /** As it was sent, cut to a length that can be read; null when the body does not hold it. What is no text is JSON. */
  sent: string | null;
  /** Null when it says nothing. */
  made: MadeValue | null;
  /** `unused`: neither wrong nor odd, only nothing that this call needs. */
  state: "ok" | "warning" | "error" | "unused";
  /** What is wrong or odd, in sentences. */
  messages: string[];
};
