import { useEffect, useRef, useState } from "react";

/** A button that becomes a field to search in. It has the focus again once something was chosen or Escape pressed, not where one went elsewhere. */
export function useSearchField() {
  const button = useRef<HTMLButtonElement>(null);
  const [state, setState] = useState<"closed" | "open" | "back">("closed");
  useEffect(() => {
    if (state === "back") button.current?.focus();
  }, [state]);
  return {
    button,
    isOpen: state === "open",
    open: () => setState("open"),
    leave: () => setState((before) => (before === "open" ? "closed" : before)),
    goBack: () => setState("back"),
  };
}
