import { CopyButton } from "@/components/ui/copy-button";

/** A longer text to take elsewhere as it is, under one button that copies all of it. */
export function CopyBlock({ text, name }: { text: string; name: string }) {
  return (
    <div className="overflow-hidden rounded-lg border border-border bg-surface-secondary">
      <div className="flex justify-end border-b border-separator p-1">
        <CopyButton value={text} name={name} isLabelled />
      </div>
      <pre className="p-3 font-mono text-[0.6875rem] leading-5 wrap-anywhere whitespace-pre-wrap sm:text-[0.8125rem]">{text}</pre>
    </div>
  );
}
