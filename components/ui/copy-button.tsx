"use client";

import { Button } from "@heroui/react/button";
import { Check, Copy } from "lucide-react";
import { useTranslations } from "next-intl";
import { useEffect, useState } from "react";
import { copyText } from "./copy-text";

type CopyButtonProps = {
  value: string;
  /** What is copied, for those who do not see what stands beside the button. */
  name: string;
  /** Shows the word besides the sign. */
  isLabelled?: boolean;
};

/** Puts a value on the clipboard and says so. */
export function CopyButton({ value, name, isLabelled = false }: CopyButtonProps) {
  const t = useTranslations("ui");
  const [isCopied, setIsCopied] = useState(false);

  useEffect(() => {
    if (!isCopied) return;
    const timer = setTimeout(() => setIsCopied(false), 2000);
    return () => clearTimeout(timer);
  }, [isCopied]);

  const word = isCopied ? t("copied") : t("copy");
  return (
    <>
      <Button
        size="sm"
        variant={isLabelled ? "outline" : "ghost"}
        isIconOnly={!isLabelled}
        aria-label={isCopied ? t("copied") : t("copyNamed", { name })}
        onPress={() => copyText(value).then(setIsCopied)}
      >
        {isCopied ? <Check className="text-success" /> : <Copy />}
        {isLabelled && word}
      </Button>
      <span role="status" className="sr-only">
        {isCopied && t("copied")}
      </span>
    </>
  );
}
