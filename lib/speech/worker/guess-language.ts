/** Words that stand in nearly every Spanish sentence and mean nothing alone. */
const SPANISH_WORDS = new Set(
  `a al algo alguna alguno ante antes aquí así aunque cada como con cual cuando cuándo cuál cómo de del desde donde dos dónde durante e el
  ella ellos en entonces entre era es esa ese eso esta estaba estamos estar estas este esto estos está están estoy fue ha había hace hasta
  hay he la las le les lo los más me mi mis mucho muy nada ni no nos o otra otro para pero poco por porque puede pues que qué quien quién se
  sea según ser si sido sin sobre son soy su sus sí también tan tanto te tengo tiene todo todos tu tus un una uno unos usted va vamos voy y ya yo`
    .split(/\s+/)
    .filter(Boolean),
);
const MIN_SPANISH_SHARE = 0.2;
/** A model that hears another language than its own says little. */
const MIN_WORD_SHARE = 0.5;

/** Which of the two languages was spoken, from what the models of both made of the same sound. A third language is mistaken for one of them. */
export function guessLanguage({ spanish, english }: { spanish: string; english: string }): "es" | "en" {
  const words = wordsOf(spanish);
  const known = words.filter((word) => SPANISH_WORDS.has(word)).length;
  const isSpanish = known > words.length * MIN_SPANISH_SHARE && words.length >= wordsOf(english).length * MIN_WORD_SHARE;
  return isSpanish ? "es" : "en";
}

function wordsOf(text: string): string[] {
  return text.toLowerCase().match(/\p{L}+/gu) ?? [];
}
