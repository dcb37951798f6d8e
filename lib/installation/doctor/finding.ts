/** What one check found, in one sentence for the person who looks after the installation. */
export type Finding = { name: string; status: "ok" | "warning" | "broken"; message: string };
