import type { TemplateWords } from "./template-words";

export const TEMPLATE_EN: TemplateWords = {
  sections: { opening: "Opening", listening: "Listening", solution: "Solution", manner: "Manner and closing" },
  greeting: {
    question: "Does the agent greet the customer and say their own name and the company's?",
    help: "Within the first thirty seconds, and so that one can understand it.",
    phrases: ["good morning", "good afternoon", "good evening", "hello", "thank you for calling"],
  },
  identity: {
    question: "Does the agent verify who is speaking before giving or changing personal data?",
    help: "By two pieces of data at least. Without it, nothing of the opening counts.",
    condition: "Personal data are given or changed in the call.",
  },
  listening: {
    question: "Does the agent let the customer finish?",
    help: "More than three interruptions in one call are too many.",
  },
  questions: {
    question: "Does the agent ask what is needed to understand the reason for the call?",
    help: "0: assumes the reason. 3: asks, but not enough. 5: asks, and repeats in their own words what they understood.",
  },
  information: {
    question: "Is what the agent says correct and complete?",
    help: "0: wrong. 3: correct, but something is missing. 5: correct and complete. Check prices, terms and deadlines against the current ones.",
  },
  nextStep: {
    question: "Does the agent solve the matter, or say what happens next, who does it and by when?",
    help: "“They will call you” without a date is not enough.",
  },
  silence: {
    question: "Does the agent avoid long silences?",
    help: "Nobody is left waiting for more than thirty seconds without being told why.",
  },
  empathy: {
    question: "Does the agent speak with courtesy and empathy?",
    help: "0: cold or annoyed. 3: polite. 5: takes the customer's situation up and says so.",
  },
  respect: {
    question: "Does the agent treat the customer with respect throughout the call?",
    help: "Insults, mockery and shouting fail the whole audit, however good the rest is.",
    phrases: ["shut up", "idiot", "stupid"],
  },
  farewell: {
    question: "Does the agent ask whether anything else is needed, and say goodbye?",
    help: "In the last thirty seconds.",
    phrases: ["anything else", "have a good day", "have a nice day", "goodbye", "thank you for calling"],
  },
};
