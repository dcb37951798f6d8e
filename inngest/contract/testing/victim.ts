/** A process that takes runs of the crash function and is killed over them. Says a line when it is at work. */
import { serveFunctions } from "../serve-functions";
import { createCrashFunction } from "./crash-functions";

await serveFunctions({ functions: [createCrashFunction({ isVictim: true })], settings: { leaseMs: 1_000 } });
process.stdout.write("at work\n");
