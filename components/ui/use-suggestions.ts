import { useEffect, useState } from "react";

const TYPING_MS = 200;

/** What the server finds for a text, asked a moment after the last key; undefined until its first answer. `suggest` is the same one each time. */
export function useSuggestions<Found>(text: string, suggest: (text: string) => Promise<Found[]>): Found[] | undefined {
  const [found, setFound] = useState<Found[]>();
  useEffect(() => {
    let isCurrent = true;
    const timer = setTimeout(() => suggest(text).then((answer) => isCurrent && setFound(answer)), text === "" ? 0 : TYPING_MS);
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [text, suggest]);
  return found;
}
