import type { NextConfig } from "next";
import createNextIntlPlugin from "next-intl/plugin";
import { env } from "./lib/env";

const securityHeaders = [
  { key: "X-Content-Type-Options", value: "nosniff" },
  { key: "X-Frame-Options", value: "DENY" },
  { key: "Referrer-Policy", value: "strict-origin-when-cross-origin" },
  { key: "Permissions-Policy", value: "camera=(), microphone=(), geolocation=(), browsing-topics=()" },
  { key: "Cross-Origin-Opener-Policy", value: "same-origin" },
];

const nextConfig: NextConfig = {
  poweredByHeader: false,
  reactStrictMode: true,
  // Webhook senders do not follow redirects, so /webhook/anura/ must be answered where it was asked.
  skipTrailingSlashRedirect: true,
  experimental: {
    // A proxy that rewrites Host would otherwise make every form look as if it came from another site.
    serverActions: { allowedOrigins: env.PUBLIC_URL ? [new URL(env.PUBLIC_URL).host] : [] },
    // Larger chunks would each bring their own copy of what they share: an eighth more to load for a page of the dashboard.
    turbopackChunking: { minChunkSize: 10_000 },
  },
  serverExternalPackages: ["postgres", "pino", "undici", "audio-decode", "pdfkit", "@aws-sdk/client-s3", "@aws-sdk/lib-storage"],
  // The tests check types; a build that somebody waits for on their server only builds.
  typescript: { ignoreBuildErrors: true },
  turbopack: {
    // HeroUI's classes are in a layer below ours, so that nothing has to sort out which of two utilities wins: 9 kB less on every page.
    resolveAlias: { "tailwind-variants": "tailwind-variants/lite" },
    rules: {
      // es, en-US and pt-BR stay; the rest is emptied.
      "**/node_modules/{react-aria,react-stately,react-aria-components}/dist/private/intl/**/{ar,bg,cs,da,de,el,et,fi,fr,he,hr,hu,it,ja,ko,lt,lv,nb,nl,pl,ro,ru,sk,sl,sr,sv,tr,uk,zh}-*.mjs":
        { loaders: ["./lib/i18n/unspoken-language-loader.cjs"], as: "*.js" },
    },
  },
  headers: async () => [
    { source: "/:path*", headers: securityHeaders },
    // The address of such a page is a secret: no other site may learn where its visitor came from.
    { source: "/join/:path*", headers: [{ key: "Referrer-Policy", value: "no-referrer" }] },
  ],
};

export default createNextIntlPlugin({
  requestConfig: "./lib/i18n/request.ts",
  // Browsers get words that are parsed already, and no parser.
  experimental: { messages: { path: "./messages", format: "json", locales: "infer", precompile: true } },
})(nextConfig);
