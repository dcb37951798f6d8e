import { assignments } from "./assignments";
import { audits } from "./audits";
import { calls } from "./calls";
import { campaigns } from "./campaigns";
import { connections } from "./connections";
import { disputes } from "./disputes";
import { account, entry } from "./entry";
import { operators } from "./operators";
import { reception } from "./reception";
import { reports } from "./reports";
import type { ActionRights, PageRights, Rights, RouteRights } from "./rights";
import { scorecards } from "./scorecards";
import { settings } from "./settings";
import { shell } from "./shell";
import { tasks } from "./tasks";

/** Every area of the application. */
const AREAS: Rights[] = [
  entry,
  account,
  shell,
  tasks,
  assignments,
  audits,
  calls,
  operators,
  disputes,
  campaigns,
  scorecards,
  connections,
  reception,
  reports,
  settings,
];

/** Who may open each page, ask each route, and call each server action. */
export const PAGES: Record<string, PageRights> = Object.assign({}, ...AREAS.map(({ pages }) => pages));
export const ROUTES: Record<string, RouteRights> = Object.assign({}, ...AREAS.map(({ routes }) => routes));
export const ACTIONS: Record<string, ActionRights | ActionRights[]> = Object.assign({}, ...AREAS.map(({ actions }) => actions));
