import { OctagonAlert } from "lucide-react";
import type { ReactNode } from "react";

type FailureNoticeProps = {
  /** What did not come about. */
  title: string;
  /** Why, and the way out. */
  children: ReactNode;
  /** The server's own words; null where they tell no more. */
  detail: string | null;
};

/** That something came to nothing, in the reader's language, and small below it what the server says of it. */
export function FailureNotice({ title, children, detail }: FailureNoticeProps) {
  return (
    <div role="alert" className="flex items-start gap-2">
      <OctagonAlert aria-hidden className="mt-0.5 size-4 shrink-0 text-danger-soft-foreground" />
      <div className="min-w-0">
        <p>
          <strong className="font-semibold">{title}</strong> {children}
        </p>
        {detail !== null && <p className="text-xs text-muted wrap-anywhere">{detail}</p>}
      </div>
    </div>
  );
}
