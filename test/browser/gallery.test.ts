import type { Browser, Page } from 'playwright-core';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { waitFor } from '../e2e/support/waitFor';
import { openPage, ownAxeFindings } from './support/openPage';
import { openBrowser } from './support/chromium';
import { sentByGallery } from './support/sentByGallery';

let workbench: TestWorkbench;
let browser: Browser;
let page: Page;
let troubles: string[];

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

/** Shows one surface of the gallery. */
async function show(query: string): Promise<void> {
  ({ page, troubles } = await openPage(browser, `${workbench.url}/gallery?${query}`));
  await page.locator('main section').first().waitFor();
}

const ELEMENTS = [
  'plain_text_input',
  'static_select',
  'multi_static_select',
  'datepicker',
  'time_picker',
  'checkbox',
  'toggle_switch',
  'radio_button',
  'linear_scale',
];

describe.each(['modal', 'contextualBar'])('a form in a %s', (surface) => {
  const prefix = surface === 'modal' ? 'modal' : 'bar';
  const form = () => page.getByRole('dialog');
  const state = async () => {
    const sent = await waitFor(async () => (await sentByGallery(page)).find(({ type }) => type === 'viewSubmit'));
    return sent.payload.view?.state ?? {};
  };

  beforeAll(() => show(`surface=${surface}`));

  test('draws every element and outlines what the client has no method for', async () => {
    expect(
      await form()
        .locator('[data-ghost]')
        .evaluateAll((found) => found.map((one) => one.getAttribute('data-ghost'))),
    ).toEqual(['conversations_select']);
    for (const field of [
      'Name',
      'Code',
      'Department',
      'Boxes',
      'Switch',
      'One of these',
      'Mood',
      'Agent',
      'Channels',
    ]) {
      await form().getByText(field, { exact: true }).first().waitFor();
    }
  });

  test('values travel as the released client sends them', async () => {
    await form().locator(`#${prefix}-plain_text_input`).fill('Padaria Sol');
    await form().getByRole('button', { name: 'Choose a department' }).first().click();
    await page.getByRole('option', { name: 'Billing' }).click();
    await form().getByText('Choose departments').click();
    await page.getByRole('option', { name: 'Sales' }).click();
    await page.getByRole('option', { name: 'Support' }).click();
    await page.keyboard.press('Escape');
    await form().locator(`#${prefix}-datepicker`).fill('2026-12-24');
    await form().locator(`#${prefix}-time_picker`).fill('18:30');
    await form().locator('input[type=checkbox][value=sales]').first().click({ force: true });
    await form().locator('input[type=radio][value=support]').click({ force: true });
    await form().getByRole('button', { name: '2', exact: true }).click();
    await form().getByRole('button', { name: 'Save' }).click();
    const values = await state();
    expect(
      Object.fromEntries(ELEMENTS.map((name) => [name, values[`${prefix}-${name}-block`]?.[`${prefix}-${name}`]])),
    ).toEqual({
      plain_text_input: 'Padaria Sol',
      static_select: 'billing',
      multi_static_select: ['sales', 'support'],
      datepicker: '2026-12-24',
      time_picker: '18:30',
      // The last toggled option alone, although another one was ticked before.
      checkbox: 'sales',
      // Untouched: still the list.
      toggle_switch: ['sales'],
      radio_button: 'support',
      linear_scale: '2',
    });
    expect(values[`${prefix}-static_select_filled-block`]).toEqual({ [`${prefix}-static_select_filled`]: 'support' });
    // An untouched field without a value leaves its block's entry empty.
    expect(values[`${prefix}-plain_text_input_multiline-block`]).toEqual({});
  });

  test('a field that is checked while one types waits for a pause, and keeps the focus', async () => {
    await show(`surface=${surface}`);
    const field = form().locator(`#${prefix}-plain_text_input_typing`);
    await field.pressSequentially('abc', { delay: 30 });
    expect(await sentByGallery(page)).toEqual([]);
    await waitFor(async () => (await sentByGallery(page)).length > 0);
    expect(await sentByGallery(page)).toMatchObject([
      { type: 'blockAction', actionId: `${prefix}-plain_text_input_typing`, payload: { value: 'abc' } },
    ]);
    await page.locator(`#${prefix}-plain_text_input_typing:focus`).waitFor();
    expect(troubles).toEqual([]);
  });
});

describe('blocks of messages', () => {
  beforeAll(() => show('surface=message'));

  const fixture = (name: string) => page.locator(`[data-fixture="${name}"]`);
  const last = async () => (await sentByGallery(page)).at(-1);

  test('more than five buttons hide behind “Show more...”', async () => {
    expect(await fixture('buttons').getByRole('button').allInnerTexts()).toEqual([
      'primary',
      'secondary',
      'danger',
      'warning',
      'success',
      'Show more...',
    ]);
    await fixture('buttons').getByRole('button', { name: 'Show more...' }).click();
    await fixture('buttons').getByRole('button', { name: 'sixth' }).waitFor();
  });

  test('a button sends its value, block and message', async () => {
    await fixture('buttons').getByRole('button', { name: 'danger' }).click();
    expect(await last()).toMatchObject({
      type: 'blockAction',
      actionId: 'message-danger',
      payload: { blockId: 'm-buttons', value: 'danger' },
      container: { type: 'message', id: 'gallery-buttons' },
      mid: 'gallery-buttons',
      rid: 'gallery-room',
    });
  });

  test('elements of an actions block send at once', async () => {
    await fixture('inputs').getByRole('button', { name: 'Choose a department' }).click();
    await page.getByRole('option', { name: 'Sales' }).click();
    expect(await last()).toMatchObject({ actionId: 'm-static_select', payload: { value: 'sales' } });
    await fixture('inputs').locator('input[type=checkbox][value=support]').click({ force: true });
    expect(await last()).toMatchObject({ actionId: 'm-checkbox', payload: { value: 'support' } });
    await fixture('accessories').locator('.rcx-button--icon').click();
    await page.getByRole('option', { name: 'Billing' }).click();
    expect(await last()).toMatchObject({ actionId: 'm-overflow', payload: { value: 'billing' } });
  });

  test('what is not drawn here is outlined, or gone when that is switched off', async () => {
    const ghosts = () => fixture('not drawn').locator('[data-ghost]').count();
    expect(await ghosts()).toBe(3);
    await fixture('not drawn').getByText('Only here').waitFor();
    expect(await fixture('not drawn').getByText('Only in the widget').count()).toBe(0);
    await show('surface=message&ghosts=off');
    expect(await ghosts()).toBe(0);
  });
});

describe('views', () => {
  const modal = () => page.getByRole('dialog', { name: 'Connect a new WhatsApp Number' });
  const open = async () => {
    await show('surface=message');
    await page.getByRole('button', { name: 'Yes', exact: true }).click();
    await modal().waitFor();
  };

  test('a modal has its errors under the fields, keeps what was typed, and closes on success', async () => {
    await open();
    await modal().getByRole('button', { name: 'Connect' }).click();
    await modal().getByText('Please give a phone number').waitFor();
    await modal().locator('#short-name').fill('551155550100');
    await modal().getByRole('button', { name: 'Connect' }).click();
    await modal().getByText('Please give a phone number').waitFor({ state: 'detached' });
    await modal().getByText('Please choose one').waitFor();
    await modal().getByRole('button', { name: 'Choose' }).click();
    await page.getByRole('option', { name: 'Sales' }).click();
    await modal().getByRole('button', { name: 'Connect' }).click();
    await modal().waitFor({ state: 'detached' });
  });

  test.each([
    ['its X', 'Close', true],
    ['its button', 'Cancel', false],
  ])('closing a modal by %s tells the app', async (_way, name, isCleared) => {
    await open();
    await modal().getByRole('button', { name }).click();
    await modal().waitFor({ state: 'detached' });
    expect((await sentByGallery(page)).at(-1)).toMatchObject({ type: 'viewClosed', payload: { isCleared } });
  });

  test('Escape drops a modal without a word to the app', async () => {
    await open();
    await page.keyboard.press('Escape');
    await modal().waitFor({ state: 'detached' });
    expect((await sentByGallery(page)).map(({ type }) => type)).toEqual(['blockAction']);
  });

  test('a contextual bar goes before its submit is sent, which names the room', async () => {
    await show('surface=message');
    await page.getByRole('button', { name: 'No', exact: true }).click();
    const bar = page.getByRole('dialog', { name: 'Every element' });
    await bar.getByRole('tab', { name: 'Team' }).click();
    await bar.getByRole('button', { name: 'Save' }).click();
    await bar.waitFor({ state: 'detached' });
    // A tab sends nothing.
    expect((await sentByGallery(page)).map(({ type, rid }) => [type, rid])).toEqual([
      ['blockAction', 'gallery-room'],
      ['viewSubmit', 'gallery-room'],
    ]);
  });
});

describe('a banner', () => {
  test('shows all its buttons', async () => {
    await show('surface=banner');
    expect(await page.getByRole('button', { name: /Answer/ }).count()).toBe(6);
    await page.getByRole('button', { name: 'Answer 6' }).click();
    expect((await sentByGallery(page)).at(-1)).toMatchObject({
      actionId: 'banner-6',
      container: { type: 'view', id: 'gallery-banner' },
    });
  });
});

describe.each(['light', 'dark', 'high-contrast'])('the %s theme', (theme) => {
  test.each(['message', 'modal', 'contextualBar', 'banner'])(
    'has no serious findings of our own in a %s',
    async (surface) => {
      await show(`surface=${surface}&theme=${theme}`);
      expect(await ownAxeFindings(page)).toEqual([]);
      expect(troubles).toEqual([]);
    },
  );
});
