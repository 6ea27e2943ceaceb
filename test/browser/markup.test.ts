import type { Browser } from 'playwright-core';
import { startTestWorkbench } from '../e2e/support/instances/startTestWorkbench';
import type { TestWorkbench } from '../e2e/support/instances/TestWorkbench';
import { openBrowser } from './support/chromium';
import { axeFindings, openPage } from './support/openPage';
import type { Window } from './support/openPage';

let workbench: TestWorkbench;
let browser: Browser;
let window: Window;

beforeAll(async () => {
  [workbench, browser] = await Promise.all([startTestWorkbench({ page: true }), openBrowser()]);
  window = await openPage(browser, `${workbench.url}/gallery?surface=markup`);
  await window.page.locator('[data-markup]').first().waitFor();
});

afterAll(async () => {
  await browser.close();
  await workbench.stop();
});

const drawn = (name: string) => window.page.locator(`[data-markup=${name}] .wb-markdown`);
const html = (name: string) => drawn(name).innerHTML();

describe('a message’s markup', () => {
  test.each([
    [
      'marks',
      '<div><strong>bold</strong> <em>italic</em> <del>struck</del> <code>code</code> <strong><em>both</em></strong></div>',
    ],
    ['quote', '<blockquote><div>quoted</div><div>twice</div></blockquote>'],
    ['list', '<ul><li>one</li><li>two</li></ul><br><ol><li value="1">first</li><li value="2">second</li></ol>'],
    ['lines', '<div>one</div><br><div>two</div>'],
  ])('%s', async (name, expected) => {
    expect(await html(name)).toBe(expected);
  });

  test('headings stand below those of the page', async () => {
    expect(await drawn('heading').getByRole('heading', { level: 3 }).innerText()).toBe('Heading');
    expect(await drawn('heading').getByRole('heading', { level: 4 }).innerText()).toBe('Smaller');
  });

  test('code keeps its lines and blanks', async () => {
    expect(await drawn('code').locator('pre').textContent()).toBe('const a = 1;\n  indented();');
  });

  test('links open a tab of their own', async () => {
    const [link] = await drawn('links').getByRole('link').all();
    expect(await link?.getAttribute('href')).toBe('https://docs.rocket.chat/');
    expect(await link?.getAttribute('rel')).toContain('noopener');
    expect(await drawn('links').getByRole('link').count()).toBe(3);
  });

  test('nothing in a message can run', async () => {
    expect(await drawn('unsafe').getByRole('link').count()).toBe(0);
    expect(await drawn('unsafe').innerText()).toContain('<b>html</b> & "quotes"');
    expect(await html('unsafe')).not.toContain('href');
  });

  test('emoji are drawn by name and character; an unknown name stays readable', async () => {
    expect(await drawn('emoji').innerText()).toBe('hello 🚀 👍 :not_an_emoji:');
    await drawn('big').locator('.wb-markdown-big', { hasText: '👋' }).waitFor();
    await drawn('bigNames').locator('.wb-markdown-big', { hasText: '🚀' }).waitFor();
  });

  test('mentions are marked, tasks ticked, spoilers opened by a click', async () => {
    expect(await drawn('mentions').locator('.wb-markdown-mention').allInnerTexts()).toEqual([
      'agent1',
      'general',
      'all',
    ]);
    expect(await drawn('mentions').innerText()).toBe('agent1 general all, but @nobody and order #4711');
    expect(await drawn('tasks').getByRole('checkbox', { checked: true }).count()).toBe(1);
    await drawn('spoiler').getByRole('button').click();
    await drawn('spoiler').getByText('hidden', { exact: true }).waitFor();
    expect(await axeFindings(window.page)).toEqual([]);
    expect(window.troubles).toEqual([]);
  });
});
