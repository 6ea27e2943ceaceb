import { blockActions } from '../../src/handlers/entry/interactions/blockActions';
import { actionButtons } from '../../src/handlers/entry/interactions/pressButton';
import { findMarks, findMissingTables, findWords } from './support/codeRules';
import { listFiles, ownPlaces, readSources, readStyleSheets } from './support/repository';

describe('words', () => {
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
});

describe('gate', () => {
  /** The one call that sends a message, and the one place that makes it. */
  const SEND = /import \{[^}]*\bsendMessage\b[^}]*\} from '[./]*dialog360\/sendMessage'|from '\.\/sendMessage'/;
  const DELIVER = /import \{[^}]*\b(?:deliver|trySend)\b[^}]*\} from '[./]*(?:\w+\/)*(?:deliver|trySend)'/;
  const GATE = /\bcanSend\(/;

  interface Source {
    path: string;
    text: string;
  }

  /** Files that send without asking `canSend` first. */
  function findUnasked(sources: readonly Source[]): string[] {
    const own = ['src/handlers/outbound/delivery/trySend.ts', 'src/handlers/outbound/delivery/deliver.ts'];
    const others = sources.filter(({ path }) => !own.includes(path));
    const direct = others.filter(({ text }) => SEND.test(text));
    const unasked = others.filter(({ text }) => DELIVER.test(text) && !GATE.test(text));
    return [
      ...direct.map(({ path }) => `${path} calls the client's send past trySend.ts`),
      ...unasked.map(({ path }) => `${path} delivers without asking canSend`),
    ];
  }

  describe('the one gate of sending', () => {
    test('is asked by everything that sends', () => {
      expect(findUnasked(readSources('App.ts', 'src'))).toEqual([]);
    });

    test('catches who passes it by', () => {
      const text = "import { sendMessage } from '../dialog360/sendMessage';";
      const delivers = "import { deliver } from './deliver';\nawait deliver(host, outgoing);";
      expect(findUnasked([{ path: 'src/handlers/outbound/other.ts', text }])).toHaveLength(1);
      expect(findUnasked([{ path: 'src/handlers/outbound/other.ts', text: delivers }])).toHaveLength(1);
      expect(findUnasked([{ path: 'src/a.ts', text: `${delivers}\ncanSend(facts)` }])).toEqual([]);
    });
  });
});

describe('what a client may forge', () => {
  const SOURCES = [
    'test/e2e/outbound/actions.test.ts',
    'test/e2e/outbound/deliveryStatus.test.ts',
    'test/e2e/templates/templateActions.test.ts',
    'test/e2e/templates/templateWizard.test.ts',
    'test/e2e/numbers/onboarding.test.ts',
  ];

  /** The names of actions that no test presses as a client could: as an argument, as the action of a body, or in a list. */
  function findUntried(ids: readonly string[], text: string): string[] {
    return ids.filter((id) => {
      const name = `'${id}(?:\\.[^']*)?'`;
      const places = [
        `(?:press|answerTo)\\w*\\([^)\\n]*${name}`,
        `actionId: [^,\\n]*${name}`,
        `\\.each\\(\\[[^\\]]*${name}`,
        `const \\w+ = \\[[^\\]]*${name}`,
        `^  '?${id}(?:\\.[^':]*)?'?: `,
      ];
      return !places.some((place) => new RegExp(place, 'm').test(text));
    });
  }

  const text = readSources(...SOURCES)
    .map((source) => source.text)
    .join('\n');

  test('is tried for every button', () => {
    // Those of lists and of administrators are taken from the table by the end-to-end tests themselves.
    const ids = Object.entries({ ...blockActions, ...actionButtons }).flatMap(([id, { who }]) =>
      who === 'admin' || /^(?:show|pause|resume|cancel|download)-list(?:-sure)?$|^list-page$/.test(id) ? [] : [id],
    );
    expect(ids.length).toBeGreaterThan(20);
    expect(findUntried(ids, text)).toEqual([]);
  });

  test('is asked of every administrator about another one’s view', () => {
    const ids = ['examine-again', 'repair-webhook', 'start-again', 'open-again', 'export-customer'];
    expect(findUntried(ids, text)).toEqual([]);
  });

  test('catches an action that is only named', () => {
    expect(findUntried(['wipe-all'], "// 'wipe-all' is tried elsewhere")).toEqual(['wipe-all']);
    expect(findUntried(['wipe-all'], "await press(agent, 'wipe-all', {})")).toEqual([]);
  });
});

describe('every entry folder of src/handlers has its table', () => {
  test('holds', () => {
    expect(findMissingTables([...listFiles('App.ts'), ...listFiles('src/handlers')])).toEqual([]);
  });

  test('catches a folder without one', () => {
    expect(findMissingTables(['src/handlers/entry/jobs/sweep.ts', 'src/handlers/dialog360/send.ts'])).toEqual([
      'src/handlers/entry/jobs/ has no src/handlers/entry/jobs/jobs.ts',
    ]);
    expect(findMissingTables(['src/handlers/entry/jobs/sweep.ts', 'src/handlers/entry/jobs/jobs.ts'])).toEqual([]);
  });
});
