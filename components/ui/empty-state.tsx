import type { LucideIcon } from "lucide-react";
import type { ReactNode } from "react";

type EmptyStateProps = {
  icon: LucideIcon;
  title: ReactNode;
  /** What to do next, in a sentence. */
  description: ReactNode;
  /** The button or link that does it. */
  action?: ReactNode;
  /** Stands where a whole page would be, so that its title is the page's. */
  isPage?: boolean;
};

/** Stands where a list would be: says why there is nothing, and what to do about it. */
export function EmptyState({ icon: Icon, title, description, action, isPage = false }: EmptyStateProps) {
  const Title = isPage ? "h1" : "h2";
  return (
    <div className="flex flex-col items-center px-6 py-14 text-center">
      <Icon aria-hidden className="mb-3 size-7 text-muted" strokeWidth={1.5} />
      <Title className="text-base font-semibold">{title}</Title>
      <p className="mt-1 max-w-md text-muted">{description}</p>
      {action && <div className="mt-5 flex flex-wrap justify-center gap-2">{action}</div>}
    </div>
  );
}
