import { escapeMarkdown } from '../../../src/handlers/markup/escapeMarkdown';
import { seenInRocketChat } from './support/seenInRocketChat';

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
