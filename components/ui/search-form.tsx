import { Button } from "@heroui/react/button";
import { inputVariants } from "@heroui/styles";
import { Search } from "lucide-react";
import Form from "next/form";

type SearchFormProps = {
  path: string;
  search: string;
  label: string;
  placeholder: string;
  submitLabel: string;
  /** What else the address says, which another search keeps; empty is not said. */
  kept: Record<string, string>;
  maxLength?: number;
  /** Width of the field. */
  className: string;
};

/** Narrows a list by text, sent as `q`; without script too. */
export function SearchForm({ path, search, label, placeholder, submitLabel, kept, maxLength, className }: SearchFormProps) {
  return (
    <Form action={path} role="search" className="flex w-full gap-2 sm:w-auto">
      <div className={`relative min-w-0 flex-1 sm:flex-none ${className}`}>
        <Search aria-hidden className="pointer-events-none absolute start-2.5 top-1/2 size-4 -translate-y-1/2 text-muted" />
        <input
          // A new address is a new text, also when one goes back.
          key={search}
          type="search"
          name="q"
          defaultValue={search}
          maxLength={maxLength}
          aria-label={label}
          placeholder={placeholder}
          className={inputVariants({ className: "h-9 w-full ps-8" })}
        />
      </div>
      {Object.entries(kept).map(([name, value]) => value !== "" && <input key={name} type="hidden" name={name} value={value} />)}
      <Button type="submit" variant="outline">
        {submitLabel}
      </Button>
    </Form>
  );
}
