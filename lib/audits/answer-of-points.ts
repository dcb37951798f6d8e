import type { Answer } from "@/db/enums";

/** What points on a scale amount to: it complies from its passing points on. */
export function answerOfPoints(points: number, passingPoints: number): Answer {
  return points >= passingPoints ? "complies" : "fails";
}
