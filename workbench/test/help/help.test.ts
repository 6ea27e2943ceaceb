import { readdirSync, readFileSync } from 'node:fs';
import { join, posix } from 'node:path';
import { buildHelp } from '../../src/help/buildHelp';
import { type HelpPage, listPages } from '../../src/help/pages';
import { renderDocument } from '../../src/help/renderDocument';

const ROOT = join(__dirname, '../../..');

let site: Map<string, Buffer>;
let pages: HelpPage[];

beforeAll(async () => {
  pages = await listPages(ROOT);
  site = await buildHelp(ROOT);
});

const pageOf = (path: string) => site.get(path)?.toString('utf8') ?? '';
const allIn = (html: string, pattern: RegExp) => [...html.matchAll(pattern)].map(([, found = '']) => found);

test('every document of docs has its page', () => {
  const documents = readdirSync(join(ROOT, 'docs')).filter((name) => name.endsWith('.md'));
  const sources = pages.map(({ source }) => source);
  expect(documents.map((name) => `docs/${name}`).filter((path) => !sources.includes(path))).toEqual([]);
  expect(sources.filter((source) => !pageOf(pages.find((page) => page.source === source)?.address ?? ''))).toEqual([]);
});

test('every link and every picture leads to a file of the help, and to a heading that is there', () => {
  const dead = pages.flatMap(({ address }) =>
    allIn(pageOf(address), /(?:href|src)="([^"]+)"/g)
      .filter((target) => !/^[a-z]+:/.test(target))
      .filter((target) => {
        const [path = '', anchor] = target.split('#');
        const file = path === '' ? address : posix.join(posix.dirname(address), path);
        return !site.has(file) || (anchor !== undefined && !pageOf(file).includes(`id="${anchor}"`));
      })
      .map((target) => `${address}: ${target}`),
  );
  expect(dead).toEqual([]);
  expect(site.has('pictures/conversation.png')).toBe(true);
});

test('no page has an anchor twice', () => {
  const twice = pages.flatMap(({ address }) => {
    const ids = allIn(pageOf(address), / id="([^"]+)"/g);
    return ids.filter((id, index) => ids.indexOf(id) < index).map((id) => `${address}#${id}`);
  });
  expect(twice).toEqual([]);
});

test('a document leads to pages, to pictures, and to no source file', () => {
  const { title, html, headings, sections, files } = renderDocument(
    'docs/a.md',
    [
      '# The **title**',
      'See [how](install.md#install), ![it](pictures/x.png), [code](../src/a.ts), [out](https://example.org), [up](#one-two).',
      '## One, two',
      '| a |\n| --- |\n| `b` |',
    ].join('\n\n'),
    pages,
  );
  expect(title).toBe('The title');
  expect(html).toContain('<a href="install.html#install">how</a>');
  expect(html).toContain('src="pictures/x.png"');
  expect(html).toContain('<a title="src/a.ts in the repository">code</a>');
  expect(html).toContain('<a href="https://example.org">out</a>');
  expect(html).toContain('<h2 id="one-two">One, two</h2>');
  expect(headings).toEqual([{ anchor: 'one-two', text: 'One, two' }]);
  expect(files).toEqual(['docs/pictures/x.png']);
  expect(sections.map(({ heading, text }) => [heading, text])).toEqual([
    ['The title', 'See how, , code, out, up.\n'],
    ['One, two', 'a\nb\n'],
  ]);
});

test('every machine has its page, drawn without a script, that the list of machines leads to', () => {
  const machines = pages.flatMap(({ machine }) => machine ?? []);
  expect(machines).toContain('sendTemplate');
  for (const machine of machines) {
    const page = pageOf(`machine-${machine}.html`);
    const { nodes } = JSON.parse(readFileSync(join(ROOT, 'docs', 'machines', `${machine}.json`), 'utf8'));
    expect(allIn(page, /data-state="(\w+)"/g).sort()).toEqual(nodes.map(({ id }: { id: string }) => id).sort());
    expect(page).not.toContain('stateDiagram');
    expect(pageOf('machines.html')).toContain(`href="machine-${machine}.html"`);
    expect(page).toContain('<a href="machines.html"');
  }
});
