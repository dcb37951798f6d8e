type KeyListProps = { entries: { keys: readonly string[]; words: string }[] };

/** Keys with what each does. */
export function KeyList({ entries }: KeyListProps) {
  return (
    <dl className="mt-3 grid grid-cols-[auto_1fr] gap-x-4 gap-y-1.5 text-sm">
      {entries.map(({ keys, words }) => (
        <div key={words} className="contents">
          <dt className="flex gap-1">
            {keys.map((key) => (
              <kbd key={key} className="rounded-sm border border-border bg-surface-secondary px-1.5 font-mono text-xs leading-5">
                {key}
              </kbd>
            ))}
          </dt>
          <dd>{words}</dd>
        </div>
      ))}
    </dl>
  );
}
