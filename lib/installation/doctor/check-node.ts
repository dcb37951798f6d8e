import type { Finding } from "./finding";

const WANTED_MAJOR = 24;

/** Whether this is the Node.js that the project is pinned to. */
export function checkNode(): Finding {
  const [major] = process.versions.node.split(".").map(Number);
  return major === WANTED_MAJOR
    ? { name: "Node.js", status: "ok", message: `Version ${process.versions.node}.` }
    : {
        name: "Node.js",
        status: "broken",
        message: `Version ${process.versions.node} runs this; it must be ${WANTED_MAJOR}: use npm start.`,
      };
}
