import { expect, test } from "vitest";
import { guessLanguage } from "./guess-language";

test("what reads as Spanish is Spanish, whatever the English model made of it", () => {
  const spanish = "Su llamada es la primera en línea y será atendida por el próximo representante";
  expect(guessLanguage({ spanish, english: "Sue yamada is la primera in linear, serra attendee da poor el proximo" })).toBe("es");
});

test("what reads as nothing, or as little, in Spanish is English", () => {
  const english = "Your call is now first in line and will be answered by the next available representative";
  expect(guessLanguage({ spanish: "Yorkol snau fersen lain and wilbi ansert", english })).toBe("en");
  expect(guessLanguage({ spanish: "y de la", english })).toBe("en");
  expect(guessLanguage({ spanish: "", english: "" })).toBe("en");
});
