import { randomUUID } from "node:crypto";
import { checkPage } from "./fixtures/check-page";
import { expect, test } from "./fixtures/test";

const password = "pasto verde nube 7";
const newEmail = () => `${randomUUID()}@example.com`;

test("whoever asks for a page signs in first and is then where they wanted to be", async ({ page, given }) => {
  const { email } = await given.user({ email: newEmail(), name: "Ana Gómez", password, role: "admin" });
  await page.goto("/dashboard/tasks?status=failed");
  await expect(page).toHaveURL(/\/sign-in\?next=/);
  await page.getByLabel("E-mail").fill(email.toUpperCase());
  await page.getByLabel("Password").fill(password);
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/dashboard/tasks?status=failed");
  await expect(page.getByRole("complementary").getByText("Ana Gómez")).toBeVisible();

  await page.getByRole("button", { name: "Sign out" }).click();
  await expect(page).toHaveURL(/\/sign-in/);
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("an unknown address and a wrong password are answered alike, and guessing is cut off", async ({ page, given, database }) => {
  const { email } = await given.user({ email: newEmail(), password, role: "auditor" });
  await page.goto("/sign-in");
  const attempt = async (address: string) => {
    await page.getByLabel("E-mail").fill(address);
    await page.getByLabel("Password").fill("cielo rojo lluvia 9");
    const answer = page.waitForResponse((response) => response.request().method() === "POST");
    await page.getByRole("button", { name: "Sign in" }).click();
    await answer;
    await expect(page.getByLabel("Password")).toHaveValue("");
    return page.locator("form").getByRole("alert").textContent();
  };
  expect(await attempt(newEmail())).toBe("The e-mail or the password is not right.");
  expect(await attempt(email)).toBe("The e-mail or the password is not right.");
  await expect(page.getByLabel("Password")).toBeFocused();
  await database`update sign_in_throttles set failure_count = 100 where subject = ${`email:${email}`}`;
  expect(await attempt(email)).toMatch(/^Too many attempts\. Try again in \d+ minutes\.$/);
});

test("an account that is disabled is out at its next step", async ({ page, signInAs, database }) => {
  const name = await signInAs("supervisor");
  await page.goto("/dashboard");
  await expect(page.getByRole("heading", { level: 1 })).toBeVisible();
  await database`update users set disabled_at = now() where name = ${name}`;
  await page.goto("/dashboard");
  await expect(page).toHaveURL(/\/sign-in/);
});

test("a browser is spoken to in its language, and a person in the one they chose", async ({ browser, baseURL }) => {
  for (const [locale, title] of [
    ["pt-BR", "Entrar"],
    ["es-MX", "Iniciar sesión"],
    ["fr-FR", "Iniciar sesión"],
  ]) {
    const context = await browser.newContext({ locale, baseURL });
    const page = await context.newPage();
    await page.goto("/sign-in");
    await expect(page.getByRole("heading", { name: title })).toBeVisible();
    await context.close();
  }
});

test("sign-in can be used without seeing colours, and runs no script that the server did not send", async ({ page, request }) => {
  await page.goto("/sign-in");
  await checkPage(page);
  const { "content-security-policy": policy, "x-content-type-options": sniffing } = (await request.get("/sign-in")).headers();
  expect(policy).toMatch(/script-src 'self' 'nonce-[^']+' 'strict-dynamic'/);
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe-eval|script-src[^;]*unsafe-inline/);
  expect(sniffing).toBe("nosniff");
});
