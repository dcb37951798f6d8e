/** Who the benchmark sets an installation up as. */
export const ADMINISTRATOR = { name: "Ana Benchmark", email: "ana@example.com", password: "correct horse battery staple" };
