import { Button } from "@heroui/react/button";

type SaveRowProps = {
  label: string;
  isPending: boolean;
  /** Said once it was saved; null until then. */
  savedLabel: string | null;
  variant?: "primary" | "outline";
};

/** The button that sends a form, and beside it that it was saved. */
export function SaveRow({ label, isPending, savedLabel, variant = "primary" }: SaveRowProps) {
  return (
    <div className="flex flex-wrap items-center gap-3">
      <Button type="submit" variant={variant} isPending={isPending}>
        {label}
      </Button>
      <span role="status" className="text-success-soft-foreground">
        {!isPending && savedLabel}
      </span>
    </div>
  );
}
