import { operatorMatchKey } from "@/lib/operators/operator-match-key";

/** What two spellings of one tag have in common: no case, no accents, no repeated space. Empty when nothing is left of the name. */
export function tagMatchKey(name: string): string {
  return operatorMatchKey(name);
}
