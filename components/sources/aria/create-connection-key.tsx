"use client";

import { Button } from "@heroui/react/button";
import { useRouter } from "next/navigation";
import { useTranslations } from "next-intl";
import { useState, useTransition } from "react";
import { NewKeyDialog } from "@/components/api-keys/new-key-dialog";
import { FormProblem } from "@/components/ui/form-problem";
import type { AriaActions } from "./aria-actions";

type CreateConnectionKeyProps = {
  name: string;
  publicId: string;
  /** While no key of the connection is good. */
  isOffered: boolean;
  create: () => ReturnType<AriaActions["createKey"]>;
};

/** Makes a key for a connection that has none any more. */
export function CreateConnectionKey({ name, publicId, isOffered, create }: CreateConnectionKeyProps) {
  const t = useTranslations("ariaSource.connections");
  const router = useRouter();
  const [isPending, startTransition] = useTransition();
  const [created, setCreated] = useState<{ key: string } | "failed" | null>(null);
  return (
    <>
      {isOffered && (
        <Button
          size="sm"
          className="mt-2"
          isPending={isPending}
          aria-label={t("newKeyNamed", { name })}
          onPress={() => startTransition(async () => setCreated((await create()) ?? "failed"))}
        >
          {t("newKey")}
        </Button>
      )}
      {created === "failed" && <FormProblem>{t("newKeyFailed")}</FormProblem>}
      {created !== null && created !== "failed" && (
        <NewKeyDialog
          key={created.key}
          apiKey={created.key}
          companion={{ label: "connection_id", value: publicId, keyLabel: "api_key" }}
          onStored={() => {
            setCreated(null);
            router.refresh();
          }}
        />
      )}
    </>
  );
}
