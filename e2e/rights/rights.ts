import type { Sql } from "postgres";

/**
 * Who comes: `agent` took no call of the campaign, `ownAgent` took the one that there is; `auditor` and `supervisor` belong to the campaign,
 * `outsider` supervises another.
 */
export const VISITORS = ["nobody", "agent", "ownAgent", "auditor", "outsider", "supervisor", "admin"] as const;
export type Visitor = (typeof VISITORS)[number];

export const SIGNED_IN: readonly Visitor[] = ["agent", "ownAgent", "auditor", "outsider", "supervisor", "admin"];
/** Everybody but agents, of whatever campaign: for lists, which hold what each may see. */
export const STAFF: readonly Visitor[] = ["auditor", "outsider", "supervisor", "admin"];
/** Who may see the campaign's own things. */
export const MEMBERS: readonly Visitor[] = ["auditor", "supervisor", "admin"];
/** Who may see the one call. */
export const LISTENERS: readonly Visitor[] = ["ownAgent", "auditor", "supervisor", "admin"];
/** Who may see nothing of the campaign. */
export const STRANGERS: readonly Visitor[] = ["nobody", "agent", "outsider"];
/** Who may act on how the campaign's calls are taken in. */
export const MEMBER_SUPERVISORS: readonly Visitor[] = ["supervisor", "admin"];
/** Supervisors of whatever campaign, and admins. */
export const SUPERVISORS: readonly Visitor[] = ["outsider", "supervisor", "admin"];
export const ADMIN: readonly Visitor[] = ["admin"];

/** What there is to be reached: a campaign with one call, its recording and task, and things that admins look after. */
export type Given = {
  /** In the name of the campaign, its operator, and its delivery. */
  mark: string;
  /** In the names of what admins alone may see: the API key and the person. */
  adminMark: string;
  campaignId: number;
  operatorId: string;
  callId: string;
  recordingId: string;
  taskId: string;
  deliveryId: string;
  apiKeyId: string;
  /** A person of the campaign who is none of the visitors. */
  personId: string;
  visitorIds: Record<Exclude<Visitor, "nobody">, string>;
  database: Sql;
};

type Made<Value> = (given: Given) => Value | Promise<Value>;

/** A page: those who may open it, or where each visitor is led. Everybody else finds nothing; nobody is led to sign-in, where there is one to be. */
export type PageRights = {
  address: Made<string>;
  openTo: readonly Visitor[];
  others: "sign-in" | "nothing";
  leadsTo?: (visitor: Visitor) => string | null;
};

/** A method of a route: those who may ask; nobody gets 401, everybody else 404. `alike`: the status that everybody gets. */
export type RouteRights = { address: Made<string>; openTo: readonly Visitor[]; alike?: number };

/** A server action, posted with `args`. `others`: what the rest gets, a refusal or an answer that holds nothing of what is given. */
export type ActionRights = {
  args: Made<unknown[]>;
  openTo: readonly Visitor[];
  /** Whether it changes the database for those who may, and for them alone. */
  isChange: boolean;
  others: "refused" | "nothing";
  /** Where it leads those who may. */
  leadsTo?: string;
};

export type Rights = {
  pages?: Record<string, PageRights>;
  routes?: Record<string, RouteRights>;
  /** Several where one action does several things. */
  actions?: Record<string, ActionRights | ActionRights[]>;
};

/** A page at an address. */
export function page(address: string | Made<string>, openTo: readonly Visitor[]): PageRights {
  return { address: made(address), openTo, others: "sign-in" };
}

/** A page that needs no session, at an address where nobody finds anything. */
export function emptyPage(address: string): PageRights {
  return { address: made(address), openTo: [], others: "nothing" };
}

/** A page that leads on: `leadsTo` says where each visitor is led, null where they stay. */
export function leadingPage(address: string | Made<string>, leadsTo: (visitor: Visitor) => string | null): PageRights {
  return { address: made(address), openTo: VISITORS, others: "nothing", leadsTo };
}

/** A route that wants a session. */
export function route(address: string | Made<string>, openTo: readonly Visitor[]): RouteRights {
  return { address: made(address), openTo };
}

/** A route that answers everybody with one status, whoever is signed in. */
export function publicRoute(address: string | Made<string>, status: number): RouteRights {
  return { address: made(address), openTo: [], alike: status };
}

/** An action that changes something. Refused to everybody else, for whom nothing changes. */
export function change(args: Made<unknown[]>, openTo: readonly Visitor[], leadsTo?: string): ActionRights {
  return { args, openTo, isChange: true, others: "refused", leadsTo };
}

/** An action that only answers. Refused to everybody else; `others: "nothing"` where they get an answer without what they may not see. */
export function read(args: Made<unknown[]>, openTo: readonly Visitor[], others: ActionRights["others"] = "refused"): ActionRights {
  return { args, openTo, isChange: false, others };
}

/** A form as a browser sends it. A list stands for a field that is there several times. */
export function form(fields: Record<string, string | number | (string | number)[]>): FormData {
  const data = new FormData();
  for (const [name, value] of Object.entries(fields)) for (const one of [value].flat()) data.append(name, String(one));
  return data;
}

/** Whether an answer that is not for a visitor tells of things that they may not see. */
export function tellsTooMuch(body: string, { visitor, given }: { visitor: Visitor; given: Given }): boolean {
  return (STRANGERS.includes(visitor) && body.includes(given.mark)) || body.includes(given.adminMark);
}

/** Where an address leads, without host and query. */
export function pathOf(location: string): string {
  return new URL(location, "http://localhost").pathname;
}

function made(address: string | Made<string>): Made<string> {
  return typeof address === "string" ? () => address : address;
}
