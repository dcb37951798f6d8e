import { Command } from "commander";
import { addApiKeyCommands } from "./api-key";
import { addAuditLogCommands } from "./audit-log";
import { addCampaignCommands } from "./campaign";
import { addConnectionCommands } from "./connection";
import { addDeliveryCommands } from "./delivery";
import { addDoctorCommand } from "./doctor";
import { addOperatorCommands } from "./operator";
import { addScorecardCommands } from "./scorecard";
import { addSpeechCommands } from "./speech";
import { addTaskCommands } from "./task";
import { addUserCommands } from "./user";

/** Every command of the installation. Wrong words end it with status 1 and one sentence. */
export function adminProgram(): Command {
  const program = new Command("admin")
    .description("Looks after an installation of AuditorIA from the command line.")
    .exitOverride()
    .configureOutput({ outputError: (text, write) => write(text.replace(/^error: /, "")) })
    .addHelpText("after", "\nWith --json a command prints one JSON value on standard output and nothing else.");
  for (const add of [
    addUserCommands,
    addCampaignCommands,
    addApiKeyCommands,
    addConnectionCommands,
    addTaskCommands,
    addDeliveryCommands,
    addAuditLogCommands,
    addOperatorCommands,
    addScorecardCommands,
    addSpeechCommands,
    addDoctorCommand,
  ])
    add(program);
  return program;
}
