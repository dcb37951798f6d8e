import type { KeyboardEvent } from "react";
import { renderToStaticMarkup } from "react-dom/server";
import { expect, test, vi } from "vitest";
import { useSheetKeys } from "./use-sheet-keys";

type Press = ReturnType<typeof useSheetKeys>;

class Target {
  constructor(private readonly within: string) {}
  closest(selector: string) {
    return selector.split(", ").includes(this.within) ? this : null;
  }
}

test("an audit is completed from anywhere in the sheet, by one press, and never from a dialog", () => {
  vi.stubGlobal("HTMLElement", Target);
  const onComplete = vi.fn();
  const take = vi.fn<(press: Press) => void>();
  renderToStaticMarkup(<Sheet onComplete={onComplete} take={take} />);
  const pressIn = (within: string, isRepeat = false) => take.mock.calls[0]?.[0](controlEnter(new Target(within), isRepeat));
  pressIn("dialog");
  pressIn("textarea", true);
  expect(onComplete).not.toHaveBeenCalled();
  pressIn("textarea");
  expect(onComplete).toHaveBeenCalledOnce();
  vi.unstubAllGlobals();
});

function Sheet({ onComplete, take }: { onComplete: () => void; take: (press: Press) => void }) {
  const press = useSheetKeys({
    ...{ element: { current: null }, views: [], currentId: null, isEditable: true, isOpen: true },
    ...{ change: () => undefined, onComplete },
  });
  take(press);
  return null;
}

/** What the keys look at of an event. */
function controlEnter(target: Target, repeat: boolean): KeyboardEvent<HTMLElement> {
  return { key: "Enter", ctrlKey: true, repeat, target, preventDefault: () => undefined } as unknown as KeyboardEvent<HTMLElement>;
}
