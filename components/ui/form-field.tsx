import { descriptionVariants, labelVariants, textFieldVariants } from "@heroui/styles";
import { type ReactNode, useId } from "react";

/** What ties a control to its label, its help and what is wrong with it. */
type ControlWiring = { id: string; "aria-describedby": string | undefined; "aria-invalid": boolean; "data-invalid": boolean };

type FormFieldProps = {
  label: ReactNode;
  help?: ReactNode;
  /** Stands in for the help while something is wrong. */
  error?: ReactNode;
  className?: string;
  /** Makes the browser's own control, styled by inputVariants or textAreaVariants: HeroUI's Input brings its whole combo box along, 45 kB. */
  children: (wiring: ControlWiring) => ReactNode;
};

/** One control of a form with its name, and a sentence of help or of what is wrong. */
export function FormField({ label, help, error, className, children }: FormFieldProps) {
  const id = useId();
  const isInvalid = Boolean(error);
  const hasSentence = isInvalid || Boolean(help);
  return (
    <div className={textFieldVariants({ fullWidth: true, className })} data-invalid={isInvalid}>
      <label htmlFor={id} className={labelVariants({ isInvalid })}>
        {label}
      </label>
      {children({
        id,
        "aria-describedby": hasSentence ? `${id}-sentence` : undefined,
        "aria-invalid": isInvalid,
        "data-invalid": isInvalid,
      })}
      {hasSentence && (
        <span id={`${id}-sentence`} className={isInvalid ? "text-xs text-danger" : descriptionVariants()}>
          {error || help}
        </span>
      )}
    </div>
  );
}
