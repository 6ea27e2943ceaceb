import type { Browser, Page } from 'playwright-core';
import { connectDemoNumber } from '../e2e/support/connectDemoNumber';
import { conversationOf } from '../e2e/support/conversationWith';
import type { SimulatedPhone } from '../e2e/support/clients/SimulatorClient';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { waitFor } from '../e2e/support/waitFor';
import { openBrowser } from './support/chromium';
import { axeFindings, openPage } from './support/openPage';

// One agent with two tabs, in a conversation of several hundred messages.

const MANY = 320;

let workbench: TestWorkbench;
let browser: Browser;
let number: string;
let phone: SimulatedPhone;
let room: string;
/** Two tabs of one browser, signed in as the same agent. */
let first: Page;
let second: Page;
let troubles: string[];
let said = 0;

/** The customer writes as many numbered texts, in order. */
async function say(count: number): Promise<void> {
  for (let index = 0; index < count; index += 1) {
    said += 1;
    await phone.say(number, `Text number ${said}.`);
  }
}

/** The numbered texts that a tab shows, from top to bottom. */
const shown = (page: Page) =>
  page.evaluate<number[]>(
    `[...document.querySelectorAll('.wb-messages .rcx-message')]
       .flatMap((each) => /Text number (\\d+)\\./.exec(each.textContent)?.[1] ?? []).map(Number)`,
  );
/** The same as the room has them, oldest first. */
const stored = async () => {
  const { agent } = await conversationOf(workbench, 'Ana Souza');
  const texts = (await agent.messages(room, 0)).map(({ msg }) => /Text number (\d+)\./.exec(msg)?.[1]);
  return texts.filter((which) => which !== undefined).map(Number);
};
const text = (page: Page, which: number) => page.getByText(`Text number ${which}.`, { exact: true });
const badge = (page: Page) => page.locator('.rcx-sidebar-item', { hasText: 'Ana Souza' }).locator('.rcx-badge');
const fromEnd = (page: Page) =>
  page.evaluate<number>(
    '(({ scrollHeight, scrollTop, clientHeight }) => scrollHeight - scrollTop - clientHeight)(document.querySelector(".wb-messages"))',
  );
const scrollUp = (page: Page) => page.evaluate("document.querySelector('.wb-messages').scrollTo({ top: 0 })");

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  number = await connectDemoNumber(workbench);
  phone = await workbench.sim.customer({ name: 'Ana Souza' });
  await say(1);
  const conversation = await conversationOf(workbench, 'Ana Souza');
  room = conversation.room._id;
  await say(MANY - 1);
  await conversation.agent.findMessage(room, `Text number ${MANY}.`, { timeout: 60_000 });
  const url = `${workbench.url}/live/${room}?user=${conversation.agent.username}`;
  ({ page: first, troubles } = await openPage(browser, url));
  second = await first.context().newPage();
  await second.goto(url);
  await Promise.all([first, second].map((page) => text(page, MANY).waitFor()));
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

test('both tabs begin at the end with the newest page', async () => {
  for (const page of [first, second]) {
    const numbers = await shown(page);
    expect(numbers).toEqual((await stored()).slice(-numbers.length));
    expect(numbers.length).toBeLessThanOrEqual(50);
    expect(await fromEnd(page)).toBeLessThan(2);
  }
});

test('scrolled up to the first message, while more come, a tab shows each once and in order', async () => {
  let more = 0;
  await waitFor(
    async () => {
      await scrollUp(first);
      if (more < 5) {
        more += 1;
        await say(1);
      }
      return (await text(first, 1).count()) === 1;
    },
    { timeout: 60_000, what: 'the first message of all' },
  );
  await text(first, said).waitFor({ state: 'attached' });
  expect(await shown(first)).toEqual(await stored());
  // The other tab was left at its end, where what came is seen.
  await text(second, said).waitFor();
  await waitFor(async () => (await fromEnd(second)) < 2);
  expect((await shown(second))[0]).toBeGreaterThan(200);
});

test('a change of a message that a tab has not fetched leaves no line before a gap', async () => {
  const { agent } = await conversationOf(workbench, 'Ana Souza');
  const history = await agent.messages(room, 0);
  const old = history.find(({ msg }) => msg === 'Text number 2.');
  await agent.react(old?._id ?? '', ':thumbsup:');
  await first.locator('.rcx-message', { hasText: 'Text number 2.' }).getByText('👍').waitFor({ state: 'attached' });
  const numbers = await shown(second);
  expect(numbers).toEqual((await stored()).slice(-numbers.length));
  expect(numbers[0]).toBeGreaterThan(200);
});

test('what is sent in one tab stands in both, once', async () => {
  const field = first.locator('.wb-composer textarea');
  await field.fill('Said by the agent');
  const seen = (page: Page) => page.locator('.rcx-message', { hasText: 'Said by the agent' });
  await field.press('Enter');
  await Promise.all([first, second].map((page) => seen(page).waitFor({ state: 'attached' })));
  await workbench.idle();
  for (const page of [first, second]) expect(await seen(page).count()).toBe(1);
  // The room scrolls to a sent message, however far up the user was.
  await waitFor(async () => (await fromEnd(first)) < 2, { what: 'the end of the list' });
});

test('what is read in one tab is not unread in the other', async () => {
  await second.locator('.rcx-sidebar-item', { hasText: 'general' }).click();
  await first.locator('.rcx-sidebar-item', { hasText: 'general' }).click();
  await say(2);
  await Promise.all([first, second].map((page) => badge(page).getByText('2', { exact: true }).waitFor()));
  // A reaction is nothing new to read.
  const { agent } = await conversationOf(workbench, 'Ana Souza');
  const last = await agent.findMessage(room, `Text number ${said}.`);
  await agent.react(last._id, ':eyes:');
  await workbench.idle();
  await first.locator('.rcx-sidebar-item', { hasText: 'Ana Souza' }).click();
  await text(first, said).waitFor();
  await Promise.all([first, second].map((page) => badge(page).waitFor({ state: 'detached' })));
  await say(1);
  await text(first, said).waitFor();
  await workbench.idle();
  await waitFor(async () => (await badge(second).count()) === 0, { what: 'the mark to go' });
  expect(await axeFindings(first)).toEqual([]);
  expect(troubles).toEqual([]);
});
