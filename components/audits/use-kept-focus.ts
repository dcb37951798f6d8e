import { type FocusEvent, type RefObject, useLayoutEffect, useRef } from "react";

/** Leads to a region where the part of it that has the focus goes away, such as a button once it is pressed: else the next key would be one for the page. */
export function useKeptFocus(region: RefObject<HTMLElement | null>) {
  // React tells of a blur that the person made, not of one by its own removal.
  const focused = useRef<Element | null>(null);
  useLayoutEffect(() => {
    if (!focused.current || focused.current.isConnected) return;
    focused.current = null;
    if (document.activeElement === document.body) region.current?.focus();
  });
  return {
    onFocus: ({ target }: FocusEvent) => {
      focused.current = target;
    },
    onBlur: () => {
      focused.current = null;
    },
  };
}
