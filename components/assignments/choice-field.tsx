type ChoiceFieldProps<Value extends string> = {
  label: string;
  name: string;
  value?: Value;
  defaultValue?: Value;
  onChange?: (value: Value) => void;
  options: { value: Value; label: string; help: string }[];
};

/** One of a few, each with a sentence of what it means. */
export function ChoiceField<Value extends string>({ label, name, value, defaultValue, onChange, options }: ChoiceFieldProps<Value>) {
  return (
    <fieldset>
      <legend className="mb-1 text-sm font-medium">{label}</legend>
      <div className="grid gap-2 sm:grid-cols-2">
        {options.map((option) => (
          <label
            key={option.value}
            className="flex cursor-pointer gap-2 rounded-lg border border-border px-3 py-2 has-checked:border-accent has-focus-visible:outline-2 has-focus-visible:outline-focus"
          >
            <input
              type="radio"
              name={name}
              value={option.value}
              checked={value === undefined ? undefined : value === option.value}
              defaultChecked={defaultValue === undefined ? undefined : defaultValue === option.value}
              onChange={onChange && (() => onChange(option.value))}
              className="mt-0.5 size-4 shrink-0 accent-accent"
            />
            <span className="min-w-0">
              <span className="block">{option.label}</span>
              <span className="block text-xs text-muted">{option.help}</span>
            </span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
