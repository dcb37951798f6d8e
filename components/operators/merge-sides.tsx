import { useFormatter, useTranslations } from "next-intl";
import { Facts } from "@/components/ui/facts";
import { Panel } from "@/components/ui/panel";
import type { MergePreview, MergeSide } from "@/lib/operators/merging/preview-merge";

/** Both operators of a merge beside each other: who goes away, and who has everything afterwards. */
export function MergeSides({ preview: { source, target } }: { preview: MergePreview }) {
  const t = useTranslations("operators.merge");
  return (
    <div className="grid gap-3 md:grid-cols-2">
      <Side title={t("source")} side={source} />
      <Side title={t("target")} side={target} />
    </div>
  );
}

function Side({ title, side }: { title: string; side: MergeSide }) {
  const t = useTranslations("operators");
  const format = useFormatter();
  return (
    <Panel title={title}>
      <p className="px-4 pt-3 text-base font-semibold wrap-anywhere">{side.name}</p>
      <Facts
        facts={[
          { label: t("merge.calls"), value: format.number(side.callCount) },
          { label: t("merge.tasks"), value: format.number(side.taskCount) },
          { label: t("merge.aliases"), value: side.aliases.join(", ") },
          { label: t("merge.account"), value: side.user && `${side.user.name} · ${side.user.email}` },
          { label: t("page.origin"), value: t(`origins.${side.origin}`) },
        ]}
      />
    </Panel>
  );
}
