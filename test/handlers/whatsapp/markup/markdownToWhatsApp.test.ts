import { Session } from 'node:inspector/promises';
import { parse } from '@rocket.chat/message-parser';
import { cleanFileName } from '../../../../src/handlers/inbound/media/nameFile';
import { linkToWhatsApp, singleMark, timeToWhatsApp } from '../../../../src/handlers/whatsapp/markup/markdownTokens';
import {
  convertMarkdownLine,
  markdownToWhatsApp,
  splitMarkdownBlocks,
} from '../../../../src/handlers/whatsapp/markup/markdownToWhatsApp';
import { invisible } from '../../../../src/handlers/whatsapp/markup/marks';
import {
  escapeMarkdown,
  plainToMarkdown,
  whatsAppToMarkdown,
} from '../../../../src/handlers/whatsapp/markup/whatsAppToMarkdown';
import { fullTitle } from '../../../../src/handlers/whatsapp/messages/renderSimpleContent';
import { seededRandom, seenInWhatsApp } from './support/seen';

describe('markdownToWhatsApp', () => {
  describe('Rocket.Chat Markdown as a WhatsApp text', () => {
    test.each([
      ['double signs as single ones', '**bold** __slanted__ ~~gone~~', '*bold* _slanted_ ~gone~'],
      ['single signs as they are', '*bold* _slanted_ ~gone~ `code`', '*bold* _slanted_ ~gone~ `code`'],
      ['bold and slanted at once', '***both***', '*_both_*'],
      ['marks in marks', '**bold and __slanted__**', '*bold and _slanted_*'],
      ['blanks inside a mark outside of it', 'a ** bold ** b', 'a  *bold*  b'],
      ['a blank before the end of a mark behind it', '*Price: * 5, _so _ and ~no ~', '*Price:*  5, _so_  and ~no~ '],
      ['a heading as a bold line', '# Opening hours\n## *Now*', '*Opening hours*\n*Now*'],
      ['lists', '- one\n*  two\n3.  three', '- one\n- two\n3. three'],
      ['a quote without a blank', '>said', '> said'],
      ['a block of code without its language', '```js\nlet a = "**";\n```\nend', '```let a = "**";```\nend'],
      [
        'a link as text and address',
        'see [our shop](https://example.com/a_(b))',
        'see our shop (https://example.com/a_(b))',
      ],
      ['a link that is its own text once', '[https://example.com/](https://example.com)', 'https://example.com'],
      ['a link with a phone number', '[+49 30 123](tel:+4930123) [us](tel:+4930123)', '+49 30 123 us (+4930123)'],
      ['a mail link', '[me@example.com](mailto:me@example.com)', 'me@example.com'],
      ['a picture', '![map](https://example.com/map.png)', 'map (https://example.com/map.png)'],
      ['a link in angle brackets', '<https://example.com|here>', 'here (https://example.com)'],
      ['a marked link', '**[here](https://example.com)**', '*here (https://example.com)*'],
      ['no trace of a quoted message', '[ ](https://chat.example.com/live/r?msg=m) Yes', 'Yes'],
      ['escaped signs plainly', 'a \\* b \\# c', 'a * b # c'],
      ['escaped signs that would bind with a thin blank', 'only \\*this\\*', 'only *\u200athis*'],
      ['a hidden word openly', 'the answer is ||42||', 'the answer is 42'],
      ['short codes of the emoji picker as emojis', ':smile: **:+1:** a:wave:', '😄 *👍* a:wave:'],
      ['a moment in universal time', '<t:1700000000:R>', '2023-11-14 22:13 UTC'],
      ['marks within Chinese, where WhatsApp knows none, without signs', '这是**重点**内容', '这是重点内容'],
      ['a name that only looks marked', 'call __init__ of a__b__c', 'call _init_ of a__b__c'],
    ])('writes %s', (_what, markdown, whatsApp) => {
      expect(markdownToWhatsApp(markdown)).toBe(whatsApp);
    });

    test.each([
      ['calculations', '5*3*2 and 5 ** 3 ** 2 and 2**8**2 and 2 *3 * 4 and a *b *c'],
      ['signs that never close', '**a *b __c ~~d `e ||f [g](h <i|j'],
      ['addresses', 'https://example.com/**a**/__b__?c=~~d~~'],
      ['code', '`**a** [b](c)`'],
      ['a table', '| a | b |\n|---|---|\n| 1 | 2 |'],
      ['a fence that nothing closes', '```js\na'],
      ['emojis and other scripts', '👨‍👩‍👧 ❤️ مرحبا 世界'],
      ['names and short codes that nobody explains', '@john.doe :party_parrot: #general 10:30:45'],
    ])('sends %s as typed', (_what, text) => {
      expect(markdownToWhatsApp(text)).toBe(text);
    });

    test('says names as it is told', () => {
      const names = { user: (username: string) => (username === 'ann' ? 'Ann Lee' : undefined) };
      expect(markdownToWhatsApp('**@ann** me@ann.example @bo', names)).toBe('*Ann Lee* me@ann.example @bo');
    });

    test('brings a customer’s text back as it came', () => {
      const random = seededRandom(11);
      const marked = ['hello', '4.5', '50%', 'مرحبا', '世界', '😀', '(yes)', '@all', ':'];
      const others = ['a_b', 'x*', '5*3*2', '>', '||', '[t](https://e.co)', '<https://e.co|t>', 'https://e.co/a_b_'];
      for (let round = 0; round < 1_500; round += 1) {
        const line = Array.from({ length: 1 + random.below(6) }, () => {
          const sign = random.pick(['*', '_', '~', '`']);
          return random.below(2) === 0 ? random.pick(others) : `${sign}${random.pick(marked)}${sign}`;
        }).join(' ');
        const back = markdownToWhatsApp(whatsAppToMarkdown(line));
        if (JSON.stringify(seen(back)) !== JSON.stringify(seen(line)))
          expect([line, seen(back)]).toEqual([line, seen(line)]);
      }
    });

    test('never fails and loses no letter', () => {
      const random = seededRandom(13);
      const pieces = [
        ...'*_~`\\[]()<>|@#:=.!- \n\tab1',
        '```',
        '**',
        '](https://e.co)',
        '<t:1>',
        'é',
        '語',
        '😀',
        '\ud800',
        'https://e.co/_a_',
      ];
      for (let round = 0; round < 6_000; round += 1) {
        const text = Array.from({ length: random.below(24) }, () => random.pick(pieces)).join('');
        const letters = sorted(markdownToWhatsApp(text));
        if (letters !== sorted(text)) expect([text, letters]).toEqual([text, sorted(text)]);
      }
    });

    test.each([
      ['stars', '**a '.repeat(25_000)],
      ['brackets', '['.repeat(100_000)],
      ['links that never end', '[a]('.repeat(25_000)],
      ['fences', '```\n'.repeat(2_000)],
      ['bars', '||a'.repeat(30_000)],
    ])('reads a hundred thousand %s, and not each of them again and again', (_what, text) => {
      // What looks at everything for each of them takes longer than a test may.
      expect(markdownToWhatsApp(text)).not.toBe('');
    });
  });

  /** What is seen, without the blank that keeps a bracket from hiding an address. */
  function seen(line: string) {
    return seenInWhatsApp(line).map(([text, marks]) => [text.replace(/[ \u200a]/g, ''), marks]);
  }

  /** Letters that stand for what was written; a link may bring its text before its address. */
  function sorted(text: string): string {
    return [...text]
      .filter((letter) => /[é語😀]/u.test(letter))
      .sort()
      .join('');
  }

  test.each([
    ['lines only', 'a\nb', [{ kind: 'lines', lines: ['a', 'b'] }]],
    ['nothing', '', [{ kind: 'lines', lines: [''] }]],
    [
      'code between lines',
      'a\n```js\nb\n\nc\n```\nd',
      [
        { kind: 'lines', lines: ['a'] },
        { kind: 'code', lines: ['b', '', 'c'] },
        { kind: 'lines', lines: ['d'] },
      ],
    ],
    [
      'two blocks of code',
      '```\na\n```\n```\nb\n```',
      [
        { kind: 'code', lines: ['a'] },
        { kind: 'code', lines: ['b'] },
      ],
    ],
    ['a fence that nothing closes', '```\na', [{ kind: 'lines', lines: ['```', 'a'] }]],
    ['a fence around nothing', '```\n```', [{ kind: 'lines', lines: ['```', '```'] }]],
  ])('Markdown may be %s', (_what, text, blocks) => {
    expect(splitMarkdownBlocks(text)).toEqual(blocks);
  });

  test.each([
    [
      'takes the first token that fits, and the rest of the line after it',
      '**a** [b](https://c.de) `**d**`',
      '*a* b (https://c.de) `**d**`',
    ],
    ['converts what is inside a mark', '**see [b](https://c.de) and __d__**', '*see b (https://c.de) and _d_*'],
    [
      'puts a thin blank behind an escaped sign only where it would bind',
      '\\*a\\* 5\\*3 \\_b\\_',
      '*\u200aa* 5*3 _\u200ab_',
    ],
    ['knows nothing of what a line begins with', '# a', '# a'],
  ])('a line %s', (_what, markdown, whatsApp) => {
    expect(convertMarkdownLine(markdown, {})).toBe(whatsApp);
  });

  test.each([
    ['our shop', 'https://example.com', 'our shop (https://example.com)'],
    ['example.com', 'https://example.com/', 'https://example.com/'],
    ['', 'https://example.com', 'https://example.com'],
    ['+49 (30) 1', 'tel:+49301', '+49 (30) 1'],
    ['call', 'tel:+49301', 'call (+49301)'],
    ['me@example.com', 'mailto:me@example.com', 'me@example.com'],
    ['', 'mailto:me@example.com', 'me@example.com'],
  ])('the text "%s" of %s', (label, url, written) => {
    expect(linkToWhatsApp(label, url)).toBe(written);
  });

  const convert = (text: string, sign = '*') => {
    const double = sign === '*' ? '\\*\\*' : sign + sign;
    const match = new RegExp(`${double}(.+?)${double}`).exec(text)!;
    const line = { names: {}, written: '', literals: new Set<number>(), convertInside: (inner: string) => inner };
    return text.replace(match[0], singleMark(match, { sign, line }));
  };

  test.each([
    ['set off by blanks', 'a **b** c', '*', 'a *b* c'],
    ['with blanks inside', 'a ** b ** c', '*', 'a  *b*  c'],
    ['within a word', 'a**b**c', '*', 'abc'],
    ['of a calculation', '2**3**4', '*', '2**3**4'],
    ['of a calculation with blanks', '2 ** 3 ** 4', '*', '2 ** 3 ** 4'],
    ['of a name', 'a__b__c', '_', 'a__b__c'],
    ['around nothing', 'a **  ** b', '*', 'a **  ** b'],
  ])('double signs %s', (_what, text, sign, written) => {
    expect(convert(text, sign)).toBe(written);
  });

  test.each([
    [1_700_000_000, '2023-11-14 22:13 UTC'],
    [0, '1970-01-01 00:00 UTC'],
    [999_999_999_999, '33658-09-27 01:46 UTC'],
    [1e15, '1000000000000000'],
  ])('%s seconds are %s', (seconds, text) => {
    expect(timeToWhatsApp(seconds)).toContain(text.slice(0, 10));
  });
});

describe('largeTexts', () => {
  // Each text took seconds or minutes where it was read anew from each of its signs; jest ends a test after five seconds.

  const SIZE = 64 * 1024;
  const fill = (part: string, before = '', after = '') => before + part.repeat(SIZE / part.length) + after;

  const texts: [what: string, text: string][] = [
    ['stars within an address', fill('*', 'http://a', 'x')],
    ['backticks within an address', fill('`', 'www.a', 'x')],
    ['underscores within an address', fill('_', 'http://a', 'x')],
    ['blanks within a mark, beside an address', fill(' ', '*www.a.b a', 'b*')],
    ['fences that nothing closes', fill('```a\n')],
    ['blanks before a sign that does not close', fill(' ', '*a', '')],
    ['many such blanks', fill(`*a${' '.repeat(4_000)}\t_`)],
    ['escaped signs that would bind', fill('\\*a b\\* ')],
    ['marks in a row', fill('*a* _b_ ~c~ ')],
    ['links without an end', fill('[](')],
    ['targets without an end', fill('[a](b')],
    ['hidden words without an end', fill('||a')],
    ['angles', fill('<a|')],
    ['dots and dashes', fill('a.-')],
  ];

  test.each(texts)('%s: 64 kB are read in one go', (_what, text) => {
    for (const convert of [whatsAppToMarkdown, markdownToWhatsApp, escapeMarkdown, plainToMarkdown]) {
      expect(convert(text).length).toBeGreaterThan(0);
    }
  });

  test('names of 64 kB are cleaned, and titles compared, in one go', () => {
    expect(cleanFileName(fill('.', 'a', 'b.pdf'))).toMatch(/\.pdf$/);
    expect(fullTitle(fill(' ', 'a', 'b'), 'id')).toHaveLength(SIZE + 2);
  });
});

describe('parserSteps', () => {
  // What our invisible signs cost Rocket.Chat's own parser, in calls of its functions: the same number on every machine.

  const session = new Session();
  const PARSER = 'message-parser';

  beforeAll(async () => {
    session.connect();
    await session.post('Profiler.enable');
    await session.post('Profiler.startPreciseCoverage', { callCount: true, detailed: false });
  });

  afterAll(() => session.disconnect());

  /** The same texts are compared again and again, and counting takes longer than parsing. */
  const counted = new Map<string, number>();

  async function stepsOf(text: string): Promise<number> {
    const steps = counted.get(text) ?? (await countSteps(text));
    counted.set(text, steps);
    return steps;
  }

  async function countSteps(text: string): Promise<number> {
    await session.post('Profiler.takePreciseCoverage');
    parse(text, { emoticons: true, colors: true, katex: { parenthesisSyntax: true, dollarSyntax: true } });
    const { result } = await session.post('Profiler.takePreciseCoverage');
    const functions = result.filter(({ url }) => url.includes(PARSER)).flatMap((script) => script.functions);
    return functions.reduce((sum, { ranges }) => sum + (ranges[0]?.count ?? 0), 0);
  }

  /** Text as people write it. It has at least 512 characters, because every shorter text is parsed quickly. */
  const ordinary = (length: number) =>
    'Thank you, see you at 8:30. It costs 5 EUR! '.repeat(200).slice(0, Math.max(length, 512));

  const PARTS = [
    ':*',
    ':`',
    ':_',
    'a:_b',
    ':*a',
    '::*',
    '=~',
    '||a||',
    '||a|| ',
    '|',
    '|a|',
    'a||b',
    '|| ',
    '\\(a\\) ',
    '\\[a',
  ];
  const BRACKETS = ['[a](b.c) ', '[a](+1', '[a](+15551234) ', '[a](b.c', '<a|b> ', '@all ', '@@'];

  test.each([...PARTS, ...BRACKETS])('%s once and a hundred times in a line', async (part) => {
    for (const count of [1, 100]) {
      for (const convert of [whatsAppToMarkdown, escapeMarkdown, plainToMarkdown]) {
        const written = part.repeat(count);
        const shown = convert(written);
        const others = [written, shown.replaceAll(invisible, ''), ordinary(shown.length)];
        let most = 0;
        for (const other of others) most = Math.max(most, 2 * (await stepsOf(other)));
        const steps = await stepsOf(shown);
        expect({ convert: convert.name, count, steps, isQuick: steps <= most }).toMatchObject({
          isQuick: true,
        });
      }
    }
  });

  test.each(['[a](b:c) ', '[a](mailto:b) ', '[a](b.example) ', '[a](https://b.example) '])(
    'links that must not hide their targets cost little more than the same signs without a target: %s',
    async (link) => {
      // A working link is cheaper still, because the parser never has to look for the end of its brackets twice.
      const literal = link.replace(/\(.*\)/, (target) => target.replace(/[^()]/g, 'b'));
      for (const count of [1, 10, 11, 50, 100, 300]) {
        const steps = await stepsOf(whatsAppToMarkdown(link.repeat(count)));
        const most = 2 * Math.max(await stepsOf(literal.repeat(count)), await stepsOf(ordinary(link.length * count)));
        expect({ count, steps, isQuick: steps <= most }).toMatchObject({ isQuick: true });
      }
    },
  );
});
