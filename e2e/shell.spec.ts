import type { Page } from "@playwright/test";
import { checkPage } from "./fixtures/check-page";
import { isAwake } from "./fixtures/is-awake";
import { expect, test } from "./fixtures/test";

const field = (page: Page) => page.getByRole("combobox", { name: "Search everything" });
const options = (page: Page) => page.getByRole("listbox", { name: "Results" }).getByRole("option");
const activeOption = (page: Page) => page.locator("[role=option][aria-selected=true]");

test("an admin goes anywhere by keyboard alone: to pages, campaigns, operators and tasks, and back where they were", async ({
  page,
  given,
  signInAs,
}) => {
  const [campaignId, operatorId] = await Promise.all([given.campaign("Palette renewals"), given.operator("Ñusta Paleta")]);
  const calling = "+541143217654";
  const { taskId } = await given.task({ campaignId, operatorId, call: { calling, callingNormalized: calling } });
  await signInAs("admin");
  await page.goto("/dashboard/campaigns");
  await isAwake(page);
  await page.keyboard.press("Tab");
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();

  await page.keyboard.press("ControlOrMeta+k");
  await expect(field(page)).toBeFocused();
  await expect(activeOption(page)).toHaveText("Overview");
  await page.keyboard.press("ArrowUp");
  await expect(activeOption(page)).toHaveText("Create campaign");
  await page.keyboard.press("ArrowDown");
  await page.keyboard.press("ArrowDown");
  await expect(activeOption(page)).toHaveText("Tasks");
  await expect(field(page)).toHaveAttribute("aria-activedescendant", (await activeOption(page).getAttribute("id")) ?? "");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("link", { name: "Skip to content" })).toBeFocused();

  await page.keyboard.press("ControlOrMeta+k");
  await page.keyboard.type("nusta");
  await expect(options(page)).toHaveText(["Ñusta Paleta", /\+541143217654.*Ñusta Paleta · Palette renewals/]);
  await expect(options(page).first()).toHaveAttribute("href", `/dashboard/operators/${operatorId}`);
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText("2 results");
  await checkPage(page);

  await field(page).fill("zzz no such thing");
  await expect(page.getByRole("heading", { name: "Nothing matches “zzz no such thing”" })).toBeVisible();
  await field(page).fill("palette REN");
  await page.keyboard.press("Enter");
  await page.waitForURL(`**/dashboard/campaigns/${campaignId}`);
  await expect(page.getByRole("dialog")).toBeHidden();
  await expect(page.getByRole("navigation", { name: "Breadcrumbs" }).getByRole("link")).toHaveText(["Campaigns"]);

  for (const text of ["4321-7654", taskId.slice(-8), taskId]) {
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type(text);
    await page.keyboard.press("Enter");
    await page.waitForURL(`**/dashboard/tasks/${taskId}`);
    await page.keyboard.press("ControlOrMeta+k");
    await page.keyboard.type("overv");
    await page.keyboard.press("Enter");
    await page.waitForURL("**/dashboard");
  }
});

test("an agent finds their own tasks, and no campaign, operator or task of others", async ({ page, given, signInAs, database }) => {
  const [campaignId, own, other] = await Promise.all([
    given.campaign("Hidden from agents"),
    given.operator("Propia Agente"),
    given.operator("Ajena Agente"),
  ]);
  const [mine, theirs] = ["+541155501001", "+541155502002"];
  await given.task({ campaignId, operatorId: own, call: { calling: mine, callingNormalized: mine } });
  await given.task({ campaignId, operatorId: other, call: { calling: theirs, callingNormalized: theirs } });
  const name = await signInAs("agent", [campaignId]);
  await database`update users set operator_id = ${own} where name = ${name}`;
  await page.goto("/dashboard/tasks");
  await isAwake(page);
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await expect(options(page)).toHaveText(["Overview", "Tasks", "Audits", "Reports", "Calls without a recording", "Jobs", "My account"]);
  await field(page).fill("agente");
  await expect(options(page)).toHaveText([/\+541155501001/]);
  for (const text of ["Hidden from", `#${campaignId}`, "55502002", "ajena"]) {
    await field(page).fill(text);
    await expect(page.getByRole("heading", { name: `Nothing matches “${text}”` })).toBeVisible();
  }
});

test("an answer that is late is dropped, and one that fails can be asked for again", async ({ page, given, signInAs }) => {
  await Promise.all([given.operator("Lenta Primera"), given.operator("Pronta Segunda")]);
  await signInAs("admin");
  await page.goto("/dashboard");
  await isAwake(page);
  const { promise: released, resolve: release } = Promise.withResolvers<void>();
  let mode: "hold" | "fail" | "pass" = "hold";
  await page.route("**/dashboard", async (route) => {
    if (route.request().method() !== "POST") return route.fallback();
    if (mode === "fail") return route.abort();
    if (mode === "hold") await released;
    return route.fallback();
  });
  await page.getByRole("button", { name: "Search", exact: true }).click();
  await field(page).fill("lenta");
  await expect(page.getByRole("dialog").getByRole("status")).toHaveText("Searching…");
  await field(page).fill("pronta");
  mode = "pass";
  release();
  await expect(options(page)).toHaveText(["Pronta Segunda"]);
  mode = "fail";
  await field(page).fill("lenta p");
  await expect(page.getByRole("dialog").getByRole("alert")).toContainText("The search did not answer");
  await expect(field(page)).toHaveValue("lenta p");
  mode = "pass";
  await page.getByRole("dialog").getByRole("button", { name: "Try again" }).click();
  await expect(options(page)).toHaveText(["Lenta Primera"]);
});

test("theme and language stay as chosen, and on a phone a menu and a full sheet take the place of the side bar", async ({
  page,
  signInAs,
}) => {
  const name = await signInAs("auditor");
  await page.goto("/dashboard");
  await isAwake(page);
  await page.getByRole("button", { name: "Dark" }).click();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await page.getByRole("button", { name: "Español" }).click();
  await expect(page.getByRole("heading", { level: 1, name: "Resumen" })).toBeVisible();
  await page.reload();
  await expect(page.locator("html")).toHaveClass(/dark/);
  await expect(page.locator("html")).toHaveAttribute("lang", "es");

  await page.setViewportSize({ width: 360, height: 740 });
  const menu = page.getByRole("dialog", { name: "Secciones" });
  await page.getByRole("button", { name: "Abrir el menú" }).click();
  await expect(menu.getByRole("link", { name: "Campañas" })).toBeVisible();
  await expect(menu.getByRole("link", { name: "Claves de API" })).toBeHidden();
  await expect(menu.getByRole("link", { name })).toHaveAttribute("href", "/dashboard/account");
  await checkPage(page);
  await page.setViewportSize({ width: 360, height: 740 });
  await page.keyboard.press("Escape");
  await expect(menu).toBeHidden();
  await page.getByRole("button", { name: "Abrir el menú" }).click();
  await menu.getByRole("link", { name: "Tareas" }).click();
  await page.waitForURL("**/dashboard/tasks");
  await expect(menu).toBeHidden();

  await page.getByRole("button", { name: "Buscar", exact: true }).click();
  const sheet = page.getByRole("dialog", { name: "Buscar en todo" });
  await expect(sheet).toBeVisible();
  expect(await sheet.evaluate((element) => [element.clientWidth, element.clientHeight])).toEqual([360, 740]);
  await sheet.getByRole("button", { name: "Cerrar" }).click();
  await expect(sheet).toBeHidden();
});
