import type { Role } from "@/db/enums";

/** Who works in the pictures; the first one looks at the pages. */
export const PEOPLE: { name: string; email: string; role: Role }[] = [
  { name: "Lucía Ferreyra", email: "lucia.ferreyra@example.com", role: "admin" },
  { name: "Martín Sosa", email: "martin.sosa@example.com", role: "supervisor" },
  { name: "Paula Giménez", email: "paula.gimenez@example.com", role: "supervisor" },
  { name: "Renata Oliveira", email: "renata.oliveira@example.com", role: "auditor" },
  { name: "Diego Núñez", email: "diego.nunez@example.com", role: "auditor" },
  { name: "María López", email: "maria.lopez@example.com", role: "agent" },
];

/** What they work on; `weight` is how many of twenty calls are of the campaign. */
export const CAMPAIGNS = [
  { name: "Customer service", description: "Questions and complaints of people who have a contract.", weight: 8, isInbound: true },
  { name: "Renewals", description: "Contracts that end within sixty days.", weight: 5, isInbound: false },
  { name: "Home internet sales", description: "New contracts, from the website's call-back form.", weight: 4, isInbound: false },
  { name: "Technical support", description: "", weight: 3, isInbound: true },
] as const;

export const OPERATORS = [
  "María López",
  "José Pérez",
  "Ana Gutiérrez",
  "Lucas Fernández",
  "Sofía Romero",
  "Julián Castro",
  "Valentina Ríos",
  "Tomás Aguirre",
  "Camila Duarte",
  "Nicolás Vera",
  "Jose Perez G.",
] as const;

export const TAGS = [
  { name: "Cancellation", description: "The customer says that they want to leave." },
  { name: "Complaint", description: "Something went wrong, and the customer says so." },
  { name: "Upgrade", description: "A larger plan was offered and taken." },
  { name: "Wrong number", description: "" },
] as const;
