/** What a template says in one language: of each criterion the question and its help, and where it needs them a condition and phrases. */
export type TemplateWords = {
  sections: Record<"opening" | "listening" | "solution" | "manner", string>;
  greeting: { question: string; help: string; phrases: string[] };
  identity: { question: string; help: string; condition: string };
  listening: { question: string; help: string };
  questions: { question: string; help: string };
  information: { question: string; help: string };
  nextStep: { question: string; help: string };
  silence: { question: string; help: string };
  empathy: { question: string; help: string };
  respect: { question: string; help: string; phrases: string[] };
  farewell: { question: string; help: string; phrases: string[] };
};
