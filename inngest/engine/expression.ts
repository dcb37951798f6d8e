import { Environment } from "@marcbachmann/cel-js";
import { LRUCache } from "lru-cache";

/** What an expression may speak of: the triggering event, and, where one waits for another, that one. */
export type ExpressionContext = { event: unknown; async?: unknown };

/** An expression of the Common Expression Language, ready to be evaluated. Undefined is what it gives for events that lack what it names. */
export type Expression = (context: ExpressionContext) => unknown;

const environment = new Environment().registerVariable("event", "map").registerVariable("async", "map");
const compiled = new LRUCache<string, Expression>({ max: 1_000 });

/** Compiles an expression, once. Throws with the reason when it is not one, or names anything but `event` and `async`. */
export function compileExpression(source: string): Expression {
  const known = compiled.get(source);
  if (known) return known;
  const parsed = environment.parse(source);
  const check = parsed.check();
  if (!check.valid) throw check.error ?? new Error(`"${source}" is not an expression.`);
  const expression: Expression = (context) => {
    try {
      return parsed({ async: {}, ...context });
    } catch {
      // CEL calls a field that is not there an error; to whoever matches events it is a plain "no".
      return undefined;
    }
  };
  compiled.set(source, expression);
  return expression;
}

/** The text by which values of an expression are told apart; null when the event lacks what the expression names. */
export function keyOf(value: unknown): string | null {
  if (value === undefined || value === null) return null;
  if (typeof value === "string") return value;
  return JSON.stringify(value, (_, part) => (typeof part === "bigint" ? part.toString() : part));
}
