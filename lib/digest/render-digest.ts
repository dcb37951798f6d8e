import type { Locale } from "@/lib/i18n/locales";
import type { Digest } from "./campaign-digest";
import { type CampaignLines, digestLines } from "./digest-lines";
import { type DigestWords, digestWords } from "./digest-words";

type RenderDigestInput = {
  digest: Digest;
  locale: Locale;
  /** Null for an address that belongs to nobody here. */
  name: string | null;
  /** Where the installation is reached; without it there are no links. */
  baseUrl: string | undefined;
};

export type RenderedDigest = { subject: string; text: string; html: string };

/** More than these make a mail that nobody reads. */
const MAX_CAMPAIGNS = 30;

/** A digest as a mail, in plain text and in simple HTML that say the same. */
export function renderDigest({ digest: { days, campaigns }, locale, name, baseUrl }: RenderDigestInput): RenderedDigest {
  const words = digestWords(locale);
  const { t, day } = words;
  const range = { from: day(days.from), to: day(days.to) };
  const address = baseUrl?.replace(/\/+$/, "");
  const told = campaigns.slice(0, MAX_CAMPAIGNS).map((campaign) => digestLines(campaign, words));
  const leftOut = campaigns.length - told.length;
  const letter: Letter = {
    ...{ locale, address, campaigns: told, words },
    title: t("title"),
    range: t("days", range),
    greeting: name === null ? t("greetingPlain") : t("greeting", { name }),
    more: leftOut > 0 ? t("more", { count: leftOut }) : null,
    isOfUser: name !== null,
  };
  return { subject: t("subject", { ...range, count: campaigns.length }), text: textOf(letter), html: htmlOf(letter) };
}

type Letter = {
  locale: Locale;
  address: string | undefined;
  campaigns: CampaignLines[];
  words: DigestWords;
  title: string;
  range: string;
  greeting: string;
  more: string | null;
  isOfUser: boolean;
};

function textOf({ address, campaigns, words: { t }, title, range, greeting, more, isOfUser }: Letter): string {
  const parts = campaigns.map(({ name, lines, failed, links }) =>
    [
      name,
      ...lines.map((line) => `- ${line}`),
      ...(failed.length > 0 ? [`- ${t("failed")}:`, ...failed.map((line) => `  - ${line}`)] : []),
      ...(address === undefined ? [] : links.map(({ label, path }) => `${label}: ${address}${path}`)),
    ].join("\n"),
  );
  const account = address === undefined ? t("whyUser") : t("whyUserLink", { link: `${address}/dashboard/account` });
  return [`${title}\n${range}`, greeting, ...parts, ...(more ? [more] : []), isOfUser ? account : t("whyAddress")].join("\n\n");
}

function htmlOf({ locale, address, campaigns, words: { t }, title, range, greeting, more, isOfUser }: Letter): string {
  const list = (lines: string[]) =>
    `<ul style="margin:4px 0;padding-left:20px">${lines.map((line) => `<li>${escaped(line)}</li>`).join("")}</ul>`;
  const linkTo = (label: string, path: string) => `<a href="${escaped(`${address}${path}`)}" style="color:#1d4ed8">${escaped(label)}</a>`;
  const parts = campaigns.map(({ name, lines, failed, links }) =>
    [
      `<h2 style="font-size:16px;margin:24px 0 4px">${escaped(name)}</h2>`,
      list(lines),
      ...(failed.length > 0 ? [`<p style="margin:8px 0 0">${escaped(t("failed"))}:</p>`, list(failed)] : []),
      ...(address === undefined
        ? []
        : [`<p style="margin:8px 0">${links.map(({ label, path }) => linkTo(label, path)).join(" &middot; ")}</p>`]),
    ].join(""),
  );
  const account = isOfUser && address !== undefined ? ` ${linkTo(`${address}/dashboard/account`, "/dashboard/account")}` : "";
  const why = `<p style="margin-top:32px;font-size:12px;color:#555">${escaped(isOfUser ? t("whyUser") : t("whyAddress"))}${account}</p>`;
  const head = `<h1 style="font-size:20px;margin:0">${escaped(title)}</h1><p style="margin:2px 0 16px;color:#555">${escaped(range)}</p>`;
  const body = [head, `<p>${escaped(greeting)}</p>`, ...parts, ...(more ? [`<p>${escaped(more)}</p>`] : []), why].join("\n");
  return `<!doctype html><html lang="${locale}"><head><meta charset="utf-8"><title>${escaped(title)}</title></head>
<body style="font-family:system-ui,sans-serif;font-size:14px;line-height:1.5;color:#111;max-width:640px;margin:0 auto;padding:16px">
${body}
</body></html>`;
}

const ENTITIES: Record<string, string> = { "&": "&amp;", "<": "&lt;", ">": "&gt;", '"': "&quot;", "'": "&#39;" };

function escaped(text: string): string {
  return text.replace(/[&<>"']/g, (character) => ENTITIES[character] ?? "");
}
