import { type ReactNode, useId } from "react";

type CheckFieldProps = { name: string; label: string; help: ReactNode; isChecked: boolean };

/** One thing of a form that is on or off, and a sentence on what that means. */
export function CheckField({ name, label, help, isChecked }: CheckFieldProps) {
  const id = useId();
  return (
    <div className="flex gap-2.5">
      <input
        type="checkbox"
        id={id}
        name={name}
        defaultChecked={isChecked}
        aria-describedby={`${id}-help`}
        className="mt-0.5 size-4 shrink-0 accent-accent"
      />
      <div>
        <label htmlFor={id} className="font-medium">
          {label}
        </label>
        <p id={`${id}-help`} className="text-xs text-muted wrap-anywhere">
          {help}
        </p>
      </div>
    </div>
  );
}
