import { type RefObject, useCallback, useEffect, useRef, useState } from "react";
import type { SamplePreview } from "@/lib/assignments/preview-sample";

const PAUSE_MS = 350;

type ShownPreview = { preview: SamplePreview | null; isPending: boolean; hasFailed: boolean; refresh: () => void };

/** What a form would draw, asked for anew once nothing has been typed for a moment. An answer that another one has overtaken is not shown. */
export function usePreview(form: RefObject<HTMLFormElement | null>, ask: (form: FormData) => Promise<SamplePreview | null>): ShownPreview {
  const [shown, setShown] = useState<{ preview: SamplePreview | null; hasFailed: boolean }>({ preview: null, hasFailed: false });
  const [isPending, setIsPending] = useState(true);
  const timer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const latest = useRef(0);
  const asked = useRef(ask);
  useEffect(() => {
    asked.current = ask;
  });
  const refresh = useCallback(() => {
    clearTimeout(timer.current);
    setIsPending(true);
    timer.current = setTimeout(async () => {
      const own = ++latest.current;
      // The form is gone where its page was left.
      if (!form.current) return;
      const answer = await asked.current(new FormData(form.current)).then(
        (preview) => ({ preview, hasFailed: false }),
        () => ({ preview: null, hasFailed: true }),
      );
      if (own !== latest.current) return;
      setShown(answer);
      setIsPending(false);
    }, PAUSE_MS);
  }, [form]);
  useEffect(() => {
    refresh();
    return () => clearTimeout(timer.current);
  }, [refresh]);
  return { ...shown, isPending, refresh };
}
