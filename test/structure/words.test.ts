import { findMarks } from './support/findMarks';
import { findWords } from './support/findWords';
import { ownPlaces } from './support/ownPlaces';
import { readSources } from './support/readSources';
import { readStyleSheets } from './support/readStyleSheets';

const wordsIn = (text: string) => findWords([{ path: 'src/blocks/a.ts', text }]);

describe('words that people read live in src/locales only', () => {
  test('holds in machines, flows and blocks', () => {
    expect(findWords(readSources('src/machines', 'src/flows', 'src/blocks'))).toEqual([]);
  });

  test.each([
    ['a sentence', "const a = 'Number connected.';", 'Number connected.'],
    ['a sentence in another script', "const a = 'Номер подключён';", 'Номер подключён'],
    ['a template', 'const a = (n: number) => `${n} messages were sent`;', 'messages were sent'],
    ['a single word that is shown', "const a = { text: 'Connect' };", 'Connect'],
    ['a single word in a shown template', 'const a = (n: number) => ({ title: `Step ${n}` });', 'Step'],
  ])('catches %s', (_case, text, words) => {
    expect(wordsIn(text)).toEqual([`src/blocks/a.ts:1: "${words}"`]);
  });

  test.each([
    ['a translation key', "const a = { text: 'connect:form.title' };"],
    ['a call of the translator', "const a = (t: (key: string) => string) => ({ text: t('connect:title') });"],
    ['an identifier', "const a = { type: 'plain_text', actionId: 'connect-number' };"],
    ['what a bug says in a log', "throw new Error('no flow of that name');"],
    ['a line of the log', "host.logger.error('the step failed:', String(error));"],
    ['a literal type', "type A = 'two words';"],
    ['an import', "import type { A } from './two words';"],
  ])('lets %s pass', (_case, text) => {
    expect(wordsIn(text)).toEqual([]);
  });
});

describe('nothing is left for later in the code', () => {
  test('holds in the whole repository', () => {
    expect(findMarks([...readSources(...ownPlaces), ...readStyleSheets(...ownPlaces)])).toEqual([]);
  });

  test('catches a mark', () => {
    const text = `const a = 1;\n// ${'TO' + 'DO'}: later`;
    expect(findMarks([{ path: 'src/a.ts', text }])).toEqual([`src/a.ts:2: // ${'TO' + 'DO'}: later`]);
  });
});
