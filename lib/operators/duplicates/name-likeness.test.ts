import { expect, test } from "vitest";
import { operatorMatchKey } from "../operator-match-key";
import { nameLikeness } from "./name-likeness";

const likeness = (one: string, other: string) => nameLikeness(operatorMatchKey(one), operatorMatchKey(other));

test.each([
  ["Pérez José", "José Pérez", "same_words"],
  ["PEREZ, JOSE", "José Pérez", "same_words"],
  ["José Pérez", "José Pérez García", "missing_words"],
  ["José Pérez", "García José Luis Pérez", "missing_words"],
  ["J. Pérez", "José Pérez", "initials"],
  ["José P.", "Jose Perez", "initials"],
  ["J Perez", "José Pérez García", "initials"],
  ["José Peres", "Jose Perez", "similar_spelling"],
  ["Gonzales Maria", "González María", "similar_spelling"],
  ["Jsoé Pérez", "José Pérez", "similar_spelling"],
  ["Pepe Pérez", "José Pérez", "shared_word"],
  ["María de los Ángeles", "Ana de los Santos", "shared_word"],
  ["Agente 12", "Agente 13", null],
  ["María López 1", "María López 2", null],
  ["María López A.", "María López B.", "shared_word"],
  ["María", "María López", null],
  ["Ana", "Luz", null],
  ["李明", "李明", "same_words"],
])("%s and %s: %s", (one, other, reason) => {
  expect(likeness(one, other)).toBe(reason);
  expect(likeness(other, one)).toBe(reason);
});
