import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const page = (style: string, body: string) =>
  `<!doctype html><html lang="en"><head><title>A page</title><style>${style}</style></head><body><main><h1>A page</h1>${body}</main></body></html>`;

test("the check of a page sees a colour that is too pale in one theme, a button without a name, and what runs out of a phone", async ({
  page: browserPage,
}) => {
  const check = async (style: string, body: string) => {
    await browserPage.setContent(page(style, body));
    return checkPage(browserPage);
  };
  await check("", "<p>Words</p>");
  const paleInTheDark = "@media (prefers-color-scheme: dark) { p { color: #ddd; background: #fff } }";
  await expect(check(paleInTheDark, "<p>Words</p>")).rejects.toThrow("color-contrast");
  await expect(check("", '<button type="button"></button>')).rejects.toThrow("button-name");
  await expect(check("", '<p style="width: 500px">Words</p>')).rejects.toThrow("toBeLessThanOrEqual");
});
