import type { TemplateWords } from "./template-words";

export const TEMPLATE_ES: TemplateWords = {
  sections: { opening: "Apertura", listening: "Escucha", solution: "Resolución", manner: "Trato y cierre" },
  greeting: {
    question: "¿Saluda y dice su nombre y el de la empresa?",
    help: "En los primeros treinta segundos y de forma que se entienda.",
    phrases: ["buenos días", "buenas tardes", "buenas noches", "buen día", "hola", "gracias por comunicarse"],
  },
  identity: {
    question: "¿Valida con quién habla antes de dar o cambiar datos personales?",
    help: "Con dos datos como mínimo. Si falla, no cuenta nada de la apertura.",
    condition: "En la llamada se dan o se cambian datos personales.",
  },
  listening: {
    question: "¿Deja terminar de hablar al cliente?",
    help: "Más de tres interrupciones en una llamada son demasiadas.",
  },
  questions: {
    question: "¿Pregunta lo necesario para entender el motivo de la llamada?",
    help: "0: da por sentado el motivo. 3: pregunta, pero no alcanza. 5: pregunta y repite con sus palabras lo que entendió.",
  },
  information: {
    question: "¿La información que da es correcta y completa?",
    help: "0: incorrecta. 3: correcta, pero falta algo. 5: correcta y completa. Compará precios, condiciones y plazos con los vigentes.",
  },
  nextStep: {
    question: "¿Resuelve, o dice qué sigue, quién lo hace y para cuándo?",
    help: "«Lo van a llamar» sin una fecha no alcanza.",
  },
  silence: {
    question: "¿Evita los silencios largos?",
    help: "Nadie queda esperando más de treinta segundos sin que le digan por qué.",
  },
  empathy: {
    question: "¿Habla con cortesía y empatía?",
    help: "0: con frialdad o fastidio. 3: con cortesía. 5: se hace cargo de la situación del cliente y lo dice.",
  },
  respect: {
    question: "¿Trata con respeto al cliente durante toda la llamada?",
    help: "Insultos, burlas y gritos desaprueban toda la auditoría, por bueno que sea el resto.",
    phrases: ["cállese", "callate", "idiota", "estúpido", "estúpida"],
  },
  farewell: {
    question: "¿Pregunta si hace falta algo más y se despide?",
    help: "En los últimos treinta segundos.",
    phrases: ["algo más", "que tenga buen día", "que tengas buen día", "hasta luego", "gracias por comunicarse"],
  },
};
