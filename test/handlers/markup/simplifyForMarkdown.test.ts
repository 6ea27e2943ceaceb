import { readSigns } from '../../../src/handlers/markup/readSigns';
import { readWhatsAppLine } from '../../../src/handlers/markup/readWhatsAppLine';
import { simplifyForMarkdown } from '../../../src/handlers/markup/simplifyForMarkdown';

const simplify = (line: string) => {
  const nodes = readWhatsAppLine(line);
  return simplifyForMarkdown(nodes, readSigns(line, nodes)).map(({ at: _at, ...node }) => node);
};

describe('what Rocket.Chat can show', () => {
  test('is a mark as it is', () => {
    expect(simplify('*a _b_*')).toMatchObject([
      { kind: 'mark', children: [{ text: 'a ' }, { kind: 'mark', mark: 'italic' }] },
    ]);
  });

  test('is a mark around the addresses in it', () => {
    expect(simplify('*see https://a.de now*')).toMatchObject([
      { kind: 'mark', children: [{ text: 'see' }] },
      { text: ' ' },
      { kind: 'url', text: 'https://a.de' },
      { text: ' ' },
      { kind: 'mark', children: [{ text: 'now' }] },
    ]);
    expect(simplify('*(https://a.de)*')).toMatchObject([{ text: '(' }, { kind: 'url' }]);
  });

  test.each([
    ['a mark with its own sign inside', '*a*b*'],
    ['a mark with other signs inside that could pair', '*a _b* c_'],
    ['code with a backtick inside', '```a`b```'],
  ])('is not %s, which is shown with its signs', (_what, line) => {
    const nodes = simplify(line);
    expect(nodes.map((node) => ('text' in node ? node.text : '')).join('')).toBe(line);
    expect(nodes.every(({ kind }) => kind === 'text')).toBe(true);
  });
});
