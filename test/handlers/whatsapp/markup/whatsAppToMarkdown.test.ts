import { parse } from '@rocket.chat/message-parser';
import {
  defuseLineStart,
  escapeMarkdown,
  plainToMarkdown,
  splitWhatsAppBlocks,
  whatsAppToMarkdown,
} from '../../../../src/handlers/whatsapp/markup/whatsAppToMarkdown';
import { seededRandom, seenInRocketChat, seenInWhatsApp } from './support/seen';

/** Invisible sign that keeps two signs apart. */
const J = '\u2060';

describe('a WhatsApp text as Markdown', () => {
  test.each([
    ['each mark', '*bold* _slanted_ ~gone~ `code`', '*bold* _slanted_ ~gone~ `code`'],
    ['marks in marks', '*_both_ and ~three~*', '*_both_ and ~three~*'],
    ['a bulleted list of stars', '* one\n* two * three', '- one\n- two * three'],
    ['a numbered list', '1. one\n2. *two*', '1. one\n2. *two*'],
    ['a quote', '> *said*\nanswer', '> *said*\nanswer'],
    [
      'code over several lines',
      'see\n```let a = 1;\nlet b = *a*;```\nok',
      'see\n```\nlet a = 1;\nlet b = *a*;\n```\nok',
    ],
    ['three backticks that have the line to themselves', '```npm start```', '```\nnpm start\n```'],
    ['three backticks within a line', 'run ```npm start``` now', 'run `npm start` now'],
    ['line ends of Windows', 'a\r\n*b*', 'a\n*b*'],
    ['a mark in brackets', '(*b*)', `(*b*${J})`],
    ['a mark behind a colon, where Rocket.Chat sees a face', 'Note:*b*', `Note:${J}*b*`],
    [
      'a mark around an address, which stays a link',
      '*see https://example.com/a_b now*',
      '*see* https://example.com/a_b *now*',
    ],
  ])('keeps %s', (_what, whatsApp, markdown) => {
    expect(whatsAppToMarkdown(whatsApp)).toBe(markdown);
  });

  test.each([
    ['a calculation', '5*3*2=30'],
    ['a calculation with blanks', '5 * 3 * 2'],
    ['a star of a rating', '4.5* or 5* hotels'],
    ['a single star', 'see below*'],
    ['snake_case names', 'order_id_123 and user_name'],
    ['a mark that opens only', '*not closed'],
    ['a mark within a word', 'un*believ*able'],
    ['a mark with blanks inside', 'x * a * and _ b _'],
    ['a mark over a line break', '*a\nb*'],
    ['a shrug', '¯\\_(ツ)_/¯'],
    ['a typed backslash', 'C:\\*\\_a_'],
    ['a heading sign', '# not a heading'],
    ['a quote without a blank', '>not a quote'],
    ['a line of hyphens', '---'],
    ['a hand-made table', '|a|b|\n|-|-|\n|1|2|'],
    ['a hidden word', 'if (a || b || c)'],
    ['a formula', 'C:\\(x86\\) and \\[y\\]'],
    ['two at-signs', 'a @@b'],
    ['a web address with signs', 'https://example.com/a_b_c~d?e=_f_'],
    ['a bare address with signs', 'join t.me/some_group_x or t.me/other_one_'],
    ['a mail address with underscores', 'first_last_x@example.com and b_c_'],
  ])('shows %s as it was written', (_what, text) => {
    const seen = text.split('\n').map((line) => seenInRocketChat(whatsAppToMarkdown(line)));
    expect(seen).toEqual(text.split('\n').map((line) => [[line, '']]));
    expect(parse(whatsAppToMarkdown(text)).map(({ type }) => type)).not.toContain('TABLE');
  });

  test.each([
    ['families and flags', 'Hi 👨‍👩‍👧‍👦 *🇧🇷 olá* 👍🏽❤️'],
    ['keycaps before a mark', '1️⃣*one* 2️⃣_two_'],
    ['emojis with a variation selector before a mark', '❤️*love*'],
    ['Arabic', '*مرحبا* بك، هذا _نص_ عربي'],
    ['Hebrew with a mark', 'שלום *עולם*!'],
    ['Thai and Devanagari vowel signs', 'สวัสดี *ครับ* नमस्ते _दुनिया_'],
    ['Chinese', '你好，*世界*。'],
  ])('never breaks %s', (_what, text) => {
    expect(seenInRocketChat(whatsAppToMarkdown(text))).toEqual(seenInWhatsApp(text));
    expect(whatsAppToMarkdown(text)).toBe(text);
  });

  test.each([
    ['a Markdown link', '[my bank](https://evil.example/login)'],
    ['an address behind angle brackets', '<https://evil.example|my bank>'],
    ['a bare domain behind angle brackets', '<evil.example|my bank>'],
    ['a picture that would be loaded', '![](https://evil.example/spy.png)'],
    ['a link with a mark for its text', '[*my bank*](https://evil.example)'],
  ])('hides no target behind %s', (_what, text) => {
    const links = JSON.stringify(parse(whatsAppToMarkdown(text))).match(/"type":"(LINK|IMAGE)".*?"label"/g) ?? [];
    const labels = seenInRocketChat(whatsAppToMarkdown(text)).map(([seen]) => seen);
    expect(links.filter((link) => link.includes('IMAGE'))).toEqual([]);
    expect(labels.join('')).toContain('evil.example');
    expect(labels.join('')).toContain(text.includes('bank') ? 'my bank' : '![](');
  });

  test.each(['@all', 'hello @here', '@ALL!', '*@all*', 'a @here.', '`@all`'])('wakes nobody with %s', (text) => {
    expect(whatsAppToMarkdown(text)).not.toMatch(/@(all|here)/i);
  });

  test('gives marks of words set off by blanks exactly as WhatsApp shows them', () => {
    const random = seededRandom(5);
    const words = [
      'hello',
      '4.5',
      '50%',
      'مرحبا',
      '世界',
      '😀',
      'order_id',
      '(yes)',
      'a-b',
      'é!',
      '#7',
      'x/y',
      '+49151234567',
    ];
    for (let round = 0; round < 1_500; round += 1) {
      const line = Array.from({ length: 1 + random.below(6) }, () => {
        const inside = Array.from({ length: 1 + random.below(3) }, () => random.pick(words)).join(' ');
        const sign = random.pick(['', '', '*', '_', '~', '`']);
        const outer = random.pick(['', '', '', '*', '_', '~']);
        return sign === outer || sign === '`' ? `${sign}${inside}${sign}` : `${outer}${sign}${inside}${sign}${outer}`;
      }).join(' ');
      const markdown = whatsAppToMarkdown(`- ${line}`).slice(2);
      const wanted = seenInWhatsApp(line);
      const seen = seenInRocketChat(markdown);
      if (JSON.stringify(seen) === JSON.stringify(wanted)) continue;
      // A mark around a name with an underscore is shown with its signs, when other underscores stand in the line.
      expect(line).toContain('order_id');
      expect([line, withoutSigns(plain(seen))]).toEqual([line, withoutSigns(plain(wanted))]);
    }
  });

  test('loses no character of any text, and only adds signs that keep others apart', () => {
    const random = seededRandom(7);
    const pieces = [
      ...'*_~`\\[]()<>|@#:=.!- \n\tab1',
      '```',
      'é',
      '語',
      '😀',
      '❤️',
      '👨‍👩‍👧',
      '\u200f',
      'ع',
      '\ud800',
      'https://e.co/_a_',
    ];
    for (let round = 0; round < 6_000; round += 1) {
      const text = Array.from({ length: random.below(24) }, () => random.pick(pieces)).join('');
      const kept = essential(whatsAppToMarkdown(text));
      if (kept !== essential(text)) expect([text, kept]).toEqual([text, essential(text)]);
    }
  });

  test.each([
    ['stars that open', '*a '.repeat(50_000)],
    ['underscores that open', '_a '.repeat(50_000)],
    ['nested signs', '*_~'.repeat(50_000)],
    ['backticks', '`a'.repeat(50_000)],
    ['fences', '```a'.repeat(50_000)],
    ['angle brackets', '<'.repeat(100_000)],
    ['dots', 'a.'.repeat(50_000)],
    ['one long word', 'a'.repeat(200_000)],
  ])('reads a hundred thousand %s, and not each of them again and again', (_what, text) => {
    // What looks at everything for each of them takes longer than a test may.
    expect(whatsAppToMarkdown(text)).not.toBe('');
  });
});

function plain(runs: [string, string][]): string {
  return runs.map(([text]) => text).join('');
}

function withoutSigns(text: string): string {
  return text.replace(/[*_~`]/g, '');
}

/** Marks may be made single or gone, code may get lines of its own; everything else must stay, in order. */
function essential(text: string): string {
  return text.replace(/[*_~`\\\s\u2060-]/g, '');
}

test.each([
  '*Not* bold',
  '# no heading',
  '5* hotel',
  '@here',
  '```code```',
  'https://example.com/a_b_ _c_',
  '[a](https://b.de)',
  '[a](b.de) [b](+491) [c](localhost) [d](tel:1) [e](f)',
  'a || b || c |||| d',
  '||a||||b|||',
  '||||||||',
  'x `a||b` || c',
  'a @@@@b',
  '\\[x\\] and \\(y\\)',
])('the title "%s" is shown as it is', (title) => {
  expect(seenInRocketChat(plainToMarkdown(title))).toEqual([[title, '']]);
});

test('lines stay lines', () => {
  expect(plainToMarkdown('a\r\nb *')).toBe('a\nb *');
});

// Rocket.Chat's parser reads a word anew at each invisible sign, so that a text full of them would hold its server up.
test.each([
  ['pipes', '|', 1],
  ['brackets of links without a target', '[](', 1],
  ['brackets that nothing opens', '](', 1],
  ['links to no address', '[a](b)', 0],
  ['hidden words', '||a||', 0],
  ['hidden blanks', '|| ', 0],
  ['at-signs', '@', 1],
  ['formulas in square brackets', '\\[', 1],
  ['angles', '<a|', 0],
])('a thousand %s take few invisible signs', (_what, part, most) => {
  expect(plainToMarkdown(`x ${part.repeat(1_000)}`).split('\u2060').length - 1).toBeLessThanOrEqual(most);
});

test('blanks keep apart what hides words, where a line is full of it', () => {
  const text = `x ${'||a'.repeat(100)}`;
  const [[seen, mark] = ['', '']] = seenInRocketChat(plainToMarkdown(text));
  expect(mark).toBe('');
  expect(seen.replaceAll('| |', '||')).toBe(text);
});

describe('a part of a line that somebody else wrote', () => {
  test.each([
    '*Star*',
    '_x_ ~y~ `z`',
    '5*',
    'a_b',
    '# a',
    '> a',
    '@all',
    '||a||',
    'v1.5*',
    'Jo (a_b_)',
    'x ❤️ y',
    'https://example.com/a_b_c',
  ])('is seen as it is, wherever it stands: %s', (text) => {
    const part = escapeMarkdown(text);
    for (const line of [`👤 ${part}`, `- a: ${part}, b`, `(${part})`, `x ${part} · ${part}`]) {
      const seen = seenInRocketChat(line)
        .map(([piece]) => piece)
        .join('');
      expect(seen.replace(/^- /, '')).toBe(line.replaceAll(part, text).replace(/^- /, ''));
    }
  });

  test.each([
    ['[a](https://b.de)', '[a]\u2060(https://b.de)'],
    ['<https://b.de|a>', '< https://b.de|a>'],
    [' two\n  lines ', 'two lines'],
    ['', ''],
  ])('hides nothing and is one line: %j', (text, escaped) => {
    expect(escapeMarkdown(text)).toBe(escaped);
  });
});

test.each([
  ['a heading', '## a', '\\## a'],
  ['a quote without a blank', '>a', '\u2060>a'],
  ['a rule', '----', '\u2060----'],
  ['a table', '| a |', '\u2060| a |'],
  ['a task', '[x] a', '\u2060[x] a'],
])('%s is kept from being one', (_what, line, safe) => {
  expect(defuseLineStart(line)).toBe(safe);
});

test.each(['a', '#tag', '--', '- a', '1. a', '[a]', ''])('"%s" is left as it is', (line) => {
  expect(defuseLineStart(line)).toBe(line);
});

test.each([
  ['lines only', 'a\nb', [{ kind: 'lines', lines: ['a', 'b'] }]],
  ['nothing', '', [{ kind: 'lines', lines: [''] }]],
  [
    'code over several lines',
    'a\n```b\nc```\nd',
    [
      { kind: 'lines', lines: ['a'] },
      { kind: 'code', lines: ['b', 'c'] },
      { kind: 'lines', lines: ['d'] },
    ],
  ],
  [
    'code that begins within a line',
    'a ```b\nc``` d',
    [
      { kind: 'lines', lines: ['a '] },
      { kind: 'code', lines: ['b', 'c'] },
      { kind: 'lines', lines: [' d'] },
    ],
  ],
  [
    'code that has a line to itself',
    '```a```\nb',
    [
      { kind: 'code', lines: ['a'] },
      { kind: 'lines', lines: ['b'] },
    ],
  ],
  ['code within a line, which is read with it', 'a ```b``` c', [{ kind: 'lines', lines: ['a ```b``` c'] }]],
  ['backticks around nothing', '```  ```', [{ kind: 'lines', lines: ['```  ```'] }]],
])('a WhatsApp text may be %s', (_what, text, blocks) => {
  expect(splitWhatsAppBlocks(text)).toEqual(blocks);
});
