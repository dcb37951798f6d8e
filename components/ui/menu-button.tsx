"use client";

import { ChevronDown } from "lucide-react";
import { type ReactNode, useEffect, useId, useRef, useState } from "react";

type MenuButtonProps = {
  label: ReactNode;
  icon?: ReactNode;
  /** What opens below the button: links, buttons, a form. `close` closes it. */
  children: (close: () => void) => ReactNode;
};

/** A button that opens a small panel below it. Escape, a press elsewhere and leaving it by Tab close it. */
export function MenuButton({ label, icon, children }: MenuButtonProps) {
  const [isOpen, setIsOpen] = useState(false);
  const root = useRef<HTMLDivElement>(null);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();
  const close = () => setIsOpen(false);

  useEffect(() => {
    if (!isOpen) return;
    const closeElsewhere = ({ target }: Event) => {
      if (target instanceof Node && !root.current?.contains(target)) setIsOpen(false);
    };
    const closeByKey = (event: KeyboardEvent) => {
      if (event.key !== "Escape") return;
      setIsOpen(false);
      button.current?.focus();
    };
    document.addEventListener("pointerdown", closeElsewhere);
    document.addEventListener("focusin", closeElsewhere);
    document.addEventListener("keydown", closeByKey);
    return () => {
      document.removeEventListener("pointerdown", closeElsewhere);
      document.removeEventListener("focusin", closeElsewhere);
      document.removeEventListener("keydown", closeByKey);
    };
  }, [isOpen]);

  return (
    <div ref={root} className="relative">
      <button
        ref={button}
        type="button"
        aria-expanded={isOpen}
        aria-controls={isOpen ? id : undefined}
        onClick={() => setIsOpen(!isOpen)}
        className="button button--md button--outline"
      >
        {icon}
        {label}
        <ChevronDown aria-hidden className="size-4" />
      </button>
      {isOpen && (
        <div
          id={id}
          className="absolute end-0 top-full z-30 mt-1 w-72 max-w-[calc(100vw-2rem)] rounded-lg bg-overlay p-2 text-sm shadow-overlay max-sm:start-0 max-sm:end-auto"
        >
          {children(close)}
        </div>
      )}
    </div>
  );
}
