import path from "node:path";

/** @type {import("next").NextConfig} */
const nextConfig = {
  poweredByHeader: false,
  skipTrailingSlashRedirect: true,
  turbopack: { root: path.resolve(import.meta.dirname, "../..") },
};

export default nextConfig;
