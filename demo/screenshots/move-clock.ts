const realNow = Date.now.bind(Date);
let offsetMs = 0;

/** Makes it `moment` now for all that asks in this process; time runs on from there. May be called again. */
export function moveClock(moment: Date): void {
  offsetMs = moment.getTime() - realNow();
  if (Date.now !== movedNow) globalThis.Date = MovedDate;
}

/** By how much the clock differs from the machine's. */
export function clockOffsetMs(): number {
  return offsetMs;
}

function movedNow(): number {
  return realNow() + offsetMs;
}

const MovedDate = new Proxy(Date, {
  construct: (target, args, newTarget) => Reflect.construct(target, args.length === 0 ? [movedNow()] : args, newTarget),
  apply: () => new MovedDate().toString(),
  get: (target, key) => (key === "now" ? movedNow : Reflect.get(target, key)),
});
