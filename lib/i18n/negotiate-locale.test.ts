import { expect, test } from "vitest";
import { negotiateLocale } from "./negotiate-locale";

test("the browser's first language that we speak is chosen, regional variants included, and Spanish when there is none", () => {
  expect(negotiateLocale("pt-BR,pt;q=0.9,en;q=0.8")).toBe("pt");
  expect(negotiateLocale("fr-FR, en-GB;q=0.5, es;q=0.7")).toBe("es");
  expect(negotiateLocale("de, en;q=0")).toBe("es");
  expect(negotiateLocale("en-US")).toBe("en");
  expect(negotiateLocale("")).toBe("es");
  expect(negotiateLocale(";;;q=x,,")).toBe("es");
});
