import { inputVariants } from "@heroui/styles";
import { ChevronDown } from "lucide-react";
import type { ComponentProps } from "react";

/** The browser's own list to choose from, dressed as the other fields are. One finds an entry by typing, on a phone as the phone does it. */
export function NativeSelect(props: ComponentProps<"select">) {
  return (
    <div className="relative">
      <select {...props} className={inputVariants({ className: "w-full appearance-none pe-9" })} />
      <ChevronDown aria-hidden className="pointer-events-none absolute end-3 top-1/2 size-4 -translate-y-1/2 text-muted" />
    </div>
  );
}
