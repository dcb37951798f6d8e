import type { LucideIcon } from "lucide-react";

type IconButtonProps = { id?: string; icon: LucideIcon; label: string; isDisabled?: boolean; onPress: () => void };

/** A small button that a sign says all of; the browser's own, since a scorecard has hundreds of them. */
export function IconButton({ id, icon: Icon, label, isDisabled, onPress }: IconButtonProps) {
  return (
    <button
      type="button"
      id={id}
      aria-label={label}
      title={label}
      disabled={isDisabled}
      onClick={onPress}
      className="button button--sm button--ghost button--icon-only"
    >
      <Icon aria-hidden />
    </button>
  );
}
