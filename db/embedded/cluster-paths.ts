import path from "node:path";

/** Where everything of a cluster lies. */
export function clusterPaths(folder: string) {
  return {
    data: path.join(folder, "data"),
    password: path.join(folder, "password"),
    port: path.join(folder, "port"),
    log: path.join(folder, "server.log"),
    startLock: path.join(folder, "start.lock"),
    usersLock: path.join(folder, "users.lock"),
  };
}
