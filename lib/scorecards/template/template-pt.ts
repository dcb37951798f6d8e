import type { TemplateWords } from "./template-words";

export const TEMPLATE_PT: TemplateWords = {
  sections: { opening: "Abertura", listening: "Escuta", solution: "Solução", manner: "Tratamento e encerramento" },
  greeting: {
    question: "Cumprimenta e diz o próprio nome e o da empresa?",
    help: "Nos primeiros trinta segundos e de forma que se entenda.",
    phrases: ["bom dia", "boa tarde", "boa noite", "olá", "obrigado por ligar", "obrigada por ligar"],
  },
  identity: {
    question: "Confirma com quem fala antes de informar ou alterar dados pessoais?",
    help: "Com dois dados, no mínimo. Se falhar, nada da abertura conta.",
    condition: "Na chamada são informados ou alterados dados pessoais.",
  },
  listening: {
    question: "Deixa o cliente terminar de falar?",
    help: "Mais de três interrupções em uma chamada são demais.",
  },
  questions: {
    question: "Pergunta o necessário para entender o motivo da chamada?",
    help: "0: supõe o motivo. 3: pergunta, mas não o suficiente. 5: pergunta e repete com suas palavras o que entendeu.",
  },
  information: {
    question: "A informação que passa é correta e completa?",
    help: "0: errada. 3: correta, mas falta algo. 5: correta e completa. Compare preços, condições e prazos com os vigentes.",
  },
  nextStep: {
    question: "Resolve, ou diz o que vem a seguir, quem faz e até quando?",
    help: "“Vão ligar para você” sem uma data não basta.",
  },
  silence: {
    question: "Evita silêncios longos?",
    help: "Ninguém fica esperando mais de trinta segundos sem saber por quê.",
  },
  empathy: {
    question: "Fala com cortesia e empatia?",
    help: "0: com frieza ou irritação. 3: com cortesia. 5: acolhe a situação do cliente e diz isso.",
  },
  respect: {
    question: "Trata o cliente com respeito durante toda a chamada?",
    help: "Ofensas, deboche e gritos reprovam a auditoria inteira, por melhor que seja o resto.",
    phrases: ["cala a boca", "cale a boca", "idiota", "burro", "burra"],
  },
  farewell: {
    question: "Pergunta se precisa de mais alguma coisa e se despede?",
    help: "Nos últimos trinta segundos.",
    phrases: ["mais alguma coisa", "tenha um bom dia", "tenha uma boa tarde", "tenha uma boa noite", "até logo"],
  },
};
