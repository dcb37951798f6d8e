"use client";

import { type ComponentProps, useEffect, useRef, useState } from "react";

type TypedTextProps = Omit<ComponentProps<"textarea">, "value" | "onChange"> & { value: string; onType: (text: string) => void };

/** A text that is saved while it is typed: what comes back from the server, tidied, changes nothing under one's fingers. It grows with its lines. */
export function TypedText({ value, onType, onBlur, ...props }: TypedTextProps) {
  const field = useRef<HTMLTextAreaElement>(null);
  const [text, setText] = useState(value);
  useEffect(() => {
    // What others have written is shown at once: the next letter would be put upon it unread.
    setText((shown) => (document.activeElement === field.current && shown.trim() === value.trim() ? shown : value));
  }, [value]);
  return (
    <textarea
      rows={2}
      {...props}
      ref={field}
      value={text}
      onChange={(event) => {
        setText(event.target.value);
        onType(event.target.value);
      }}
      onBlur={(event) => {
        setText(value);
        onBlur?.(event);
      }}
      className="scroll-mt-44 scroll-mb-36 [field-sizing:content] max-h-48 min-h-9 w-full rounded-lg border border-field-line bg-field px-2 py-1.5 text-sm aria-invalid:border-warning"
    />
  );
}
