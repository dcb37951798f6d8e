import { CopyButton } from "./copy-button";

/** A value to take elsewhere, with its name and a button that copies it. */
export function CopyField({ label, value }: { label: string; value: string }) {
  return (
    <div className="min-w-0">
      <div className="mb-1 text-xs font-medium text-muted">{label}</div>
      <div className="flex min-h-9 items-center gap-1 rounded-lg border border-border bg-surface-secondary ps-3 pe-1">
        <code className="min-w-0 flex-1 py-1.5 font-mono text-[0.8125rem] leading-5 wrap-anywhere select-all">{value}</code>
        <CopyButton value={value} name={label} />
      </div>
    </div>
  );
}
