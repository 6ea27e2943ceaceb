import type { Browser, Page } from 'playwright-core';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import { waitFor } from '../e2e/support/waitFor';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { axeFindings, openPage } from './support/openPage';
import { fillConnectForm, Phone } from './support/pageActions';
import { openBrowser } from './support/chromium';

let workbench: TestWorkbench;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  ({ page, troubles } = await openPage(browser, workbench.url, { height: 1000 }));
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const panel = () => page.locator('[data-panel]');
const openTool = async (tool: string, tab?: string) => {
  const button = page.getByRole('tab', { name: tool, exact: true });
  if ((await button.getAttribute('aria-selected')) !== 'true') await button.click();
  if (tab) await panel().getByRole('tab', { name: tab, exact: true }).click();
};

describe('the linter', () => {
  const clean = async () => {
    await openTool('Linter');
    await panel()
      .getByText(/[1-9]\d* surfaces? of apps on the screen, no findings/)
      .waitFor();
  };

  test('has nothing to say of the setup dialogue, whichever way it goes', async () => {
    await page.getByRole('button', { name: 'No', exact: true }).click();
    await page.getByText('Create your 360Dialog account').first().waitFor();
    await clean();
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await page.getByText('From the menu bar').waitFor();
    await clean();
  });

  test('nor of the form, empty and with errors', async () => {
    await page.getByRole('button', { name: 'Connect WhatsApp Number' }).last().click();
    const form = page.getByRole('dialog');
    await form.waitFor();
    await clean();
    await form.getByRole('button', { name: 'Connect', exact: true }).click();
    await form.getByRole('alert').first().waitFor();
    await clean();
    await form.getByRole('button', { name: 'Close' }).click();
    await form.waitFor({ state: 'detached' });
  });

  test('nor of a connected number, and of changing and disconnecting it', async () => {
    await page.getByRole('button', { name: 'Connect WhatsApp Number' }).last().click();
    await fillConnectForm(page, workbench);
    await clean();
    for (const name of ['Edit', 'Disconnect']) {
      await page.getByRole('button', { name, exact: true }).first().click();
      await page.getByRole('dialog').waitFor();
      await clean();
      await page.getByRole('dialog').getByRole('button', { name: 'Close' }).click();
      await page.getByRole('dialog').waitFor({ state: 'detached' });
    }
  });
});

describe('the simulated 360dialog', () => {
  test('shows its numbers with their keys, one of them connected', async () => {
    await openTool('360dialog', 'Numbers');
    const demo = panel().locator('[data-number]', { hasText: workbench.demo.apiKey });
    await demo.getByText('connected', { exact: true }).waitFor();
  });

  test('a fault is drawn from its declared form, strikes, and is gone', async () => {
    await openTool('360dialog', 'Faults');
    const fault = page.getByRole('option', { name: 'Error of Meta' });
    // The form is drawn anew when the faults that are on have been fetched, which closes a list that was opened too soon.
    await waitFor(async () => {
      await panel().getByRole('button', { name: 'Choose a fault' }).click();
      return fault.waitFor({ timeout: 2_000 }).then(
        () => true,
        () => false,
      );
    });
    await fault.click();
    await panel().getByLabel('Code', { exact: true }).fill('131026');
    await panel().getByRole('button', { name: 'Switch on' }).click();
    const active = panel().locator('[data-fault="error-code"]');
    await active.getByText('131026').waitFor();
    await active.getByRole('button', { name: 'Remove' }).click();
    await active.waitFor({ state: 'detached' });
  });

  test('Meta decides about templates by buttons, and the app hears of it', async () => {
    await openTool('360dialog', 'Templates');
    await panel().getByLabel('Search templates').fill('hello');
    const card = panel().locator('[data-template="hello_world en_US"]');
    await card.locator('summary').click();
    await card.getByRole('button', { name: 'Pause' }).click();
    await card.locator('summary', { hasText: 'PAUSED' }).waitFor();
    await page.getByText('WhatsApp paused the template hello_world').waitFor();
    await card.getByRole('button', { name: 'Reinstate' }).click();
    await card.locator('summary', { hasText: 'APPROVED' }).waitFor();
    await card.getByRole('button', { name: 'GREEN', exact: true }).click();
    await page.getByRole('option', { name: 'YELLOW' }).click();
    await card.getByRole('button', { name: 'Change the quality' }).click();
    await card.locator('summary', { hasText: 'YELLOW' }).waitFor();
    expect(await axeFindings(page)).toEqual([]);
  });

  test('requests and webhooks are listed as they happen', async () => {
    await openTool('Phone');
    await new Phone(page).say('Hello!');
    await openTool('360dialog', 'Webhooks');
    await panel().locator('[data-delivery-state=delivered]').first().getByRole('button', { name: 'Show' }).click();
    await panel().locator('pre', { hasText: 'whatsapp_business_account' }).waitFor();
    await openTool('360dialog', 'Requests');
    await panel().getByText('/v1/configs/webhook').first().waitFor();
  });

  test('time passes by a click', async () => {
    await openTool('360dialog', 'Time');
    const now = async () => Date.parse((await panel().locator('time').getAttribute('datetime')) ?? '');
    const before = await now();
    await panel()
      .getByRole('button', { name: /24 hours/ })
      .click();
    await page.waitForFunction(
      `Date.parse(document.querySelector('[data-panel] time').dateTime) - ${before} > 24 * 3600_000`,
    );
  });
});

describe('the app', () => {
  test('each event has its round trips', async () => {
    // The list keeps the newest, and jobs of a day were run before.
    await openTool('Phone');
    await new Phone(page).say('And a cake, please');
    await openTool('App', 'Round trips');
    const webhook = panel().locator('[data-round-trips=endpoint]', { hasText: 'incoming' }).first();
    await webhook.getByText(/\d+ calls?/).waitFor();
    await webhook.locator('summary').click();
    await webhook
      .getByRole('cell', { name: /livechat|persistence/ })
      .first()
      .waitFor();
  });

  test('a dialogue’s machine is drawn with its state lit', async () => {
    await openTool('App', 'Machines');
    const setup = panel().locator('[data-snapshot=setup]');
    await setup.locator('[data-state=connected][data-current=yes]').waitFor();
    expect(await setup.locator('[data-current=yes]').count()).toBe(1);
  });

  test('its secrets are not shown', async () => {
    await openTool('App', 'Machines');
    for (const record of await panel().locator('details').all()) await record.locator('summary').first().click();
    expect(await panel().innerText()).not.toContain(workbench.demo.apiKey);
  });

  test('its settings are kept', async () => {
    await openTool('App', 'Settings');
    const setting = panel().locator('[data-setting]', { hasText: 'Agents Display Info' });
    await setting.getByRole('button').click();
    await page.getByRole('option', { name: 'Username' }).click();
    await panel().getByRole('button', { name: 'Save' }).click();
    await page.locator('.rcx-toastbar', { hasText: 'Saved' }).waitFor();
    expect((await workbench.settings())[(await setting.getAttribute('data-setting')) ?? '']).toMatch(/^username$/i);
    await openTool('App', 'Logs');
    await openTool('App', 'Settings');
    await setting.getByRole('button', { name: /Username/ }).waitFor();
  });

  test('an agent is told that only an administrator sees it', async () => {
    const agent = await openPage(browser, `${workbench.url}/?user=agent2`, { stored: { 'workbench-tool': 'app' } });
    await agent.page.getByText('Only an administrator sees this').waitFor();
    expect(agent.troubles).toEqual([]);
  });
});

test('every tool is clean for axe, and nothing went wrong in the console', async () => {
  for (const tool of ['Phone', '360dialog', 'App', 'Linter']) {
    await openTool(tool);
    await panel().waitFor();
    expect(await axeFindings(page)).toEqual([]);
  }
  expect(troubles).toEqual([]);
});

test('everything is reached by the keyboard: from the sidebar to a message’s button', async () => {
  await page.locator('.rcx-sidebar-item', { hasText: 'omnichannel' }).focus();
  await page.keyboard.press('Enter');
  const edit = page.getByRole('button', { name: 'Edit', exact: true }).first();
  for (let step = 0; step < 60 && !(await edit.evaluate((button) => button.matches(':focus'))); step += 1) {
    await page.keyboard.press('Tab');
  }
  await page.keyboard.press('Enter');
  await page.getByRole('dialog').waitFor();
  await page.keyboard.press('Escape');
  await page.getByRole('dialog').waitFor({ state: 'detached' });
  expect(await edit.evaluate((button) => button.matches(':focus'))).toBe(true);
});
