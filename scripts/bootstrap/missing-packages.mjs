/** The optional packages that a package of the lock file names and that have no entry of their own in it. */
export function missingPackages(lock) {
  return Object.entries(lock.packages).flatMap(([place, { optionalDependencies = {}, dev: isDev = false }]) =>
    Object.entries(optionalDependencies)
      .filter(([name]) => !(`node_modules/${name}` in lock.packages) && !(`${place}/node_modules/${name}` in lock.packages))
      .map(([name, version]) => ({ name, version, isDev })),
  );
}
