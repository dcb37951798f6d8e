import path from "node:path";
import type { NextConfig } from "next";

const nextConfig: NextConfig = { poweredByHeader: false, skipTrailingSlashRedirect: true, turbopack: { root: path.resolve("../..") } };

export default nextConfig;
