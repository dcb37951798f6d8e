import Link from "next/link";

type ChoiceLinksProps = {
  label: string;
  choices: { label: string; href: string; isCurrent: boolean }[];
  /** In the head of a panel they are lower, and the page stays where it is. */
  isInPanel?: boolean;
  className?: string;
};

/** One of a few, which the address says. */
export function ChoiceLinks({ label, choices, isInPanel = false, className = "" }: ChoiceLinksProps) {
  return (
    <nav aria-label={label} className={`flex rounded-lg border border-border p-0.5 ${className}`}>
      {choices.map((choice) => (
        <Link
          key={choice.href}
          href={choice.href}
          scroll={isInPanel ? false : undefined}
          aria-current={choice.isCurrent ? "true" : undefined}
          className={`rounded-md px-2.5 ${isInPanel ? "py-0.5 text-[0.8125rem]" : "py-1"} text-muted hover:text-foreground aria-[current]:bg-default aria-[current]:text-foreground`}
        >
          {choice.label}
        </Link>
      ))}
    </nav>
  );
}
