import { parse } from '@rocket.chat/message-parser';
import { quoteLines, renderEdit, renderRevoke, withQuote } from '../../../../src/handlers/whatsapp/messages/renderEdit';
import { english } from './support/renderFixture';

const text = (body: string) => ({ type: 'text' as const, body });

describe('an edited message', () => {
  test('says what it says now and what it said before, edit by edit', () => {
    const once = renderEdit(text('second'), '*first*', english);
    expect(once).toBe('second\n✏️ _Edited. Before that:_\n> *first*');
    expect(renderEdit(text('third'), once, english)).toBe(
      'third\n✏️ _Edited. Before that:_\n> second\n> ✏️ _Edited. Before that:_\n> *first*',
    );
  });

  test('stays as it is when a crash lets the same edit come once more', () => {
    const once = renderEdit(text('*second*'), 'first', english);
    expect(renderEdit(text('*second*'), once, english)).toBe(once);
    const bare = renderEdit({ type: 'image', id: '1' }, 'caption', english);
    expect(renderEdit({ type: 'image', id: '1' }, bare, english)).toBe(bare);
  });

  test('says what it says now, when nothing is known of before', () => {
    expect(renderEdit(text('now'), '', english)).toBe('✏️ _An earlier message was edited. It now says:_\nnow');
  });

  test('is named when it is a file without words and nothing is known of before', () => {
    expect(renderEdit({ type: 'image', id: '1' }, '', english)).toBe(
      '✏️ _An earlier message was edited. It now says:_\nPhoto',
    );
  });

  test('may have lost its caption', () => {
    expect(renderEdit({ type: 'image', id: '1' }, 'caption', english)).toBe('✏️ _Edited. Before that:_\n> caption');
  });
});

test('a deleted message says so and keeps its text', () => {
  expect(renderRevoke('a\n*b*', english)).toBe('🚫 _The customer deleted this message._\n> a\n> *b*');
  expect(renderRevoke('', english)).toBe('🚫 _The customer deleted this message._');
});

test.each(['a', ''])('a message that is deleted once more, after a crash, stays as it is: "%s"', (before) => {
  const once = renderRevoke(before, english);
  expect(renderRevoke(once, english)).toBe(once);
});

test('every line is quoted once, also an empty one', () => {
  expect(quoteLines('a\n\n*b*\n> c')).toBe('> a\n> \u2060\n> *b*\n> c');
});

const quote = '[ ](https://chat.example/live/r?msg=m) ';

test.each([
  ['Yes', 'PARAGRAPH'],
  ['- one\n- two', 'PARAGRAPH, UNORDERED_LIST'],
  ['1. one\n2. two', 'PARAGRAPH, ORDERED_LIST'],
  ['> said', 'PARAGRAPH, QUOTE'],
  ['```\ncode\n```', 'PARAGRAPH, CODE'],
])('%j behind a quote is shown as what it is', (markdown, shown) => {
  const text = withQuote(quote, markdown);
  expect(
    parse(text)
      .map(({ type }) => type)
      .join(', '),
  ).toBe(shown);
  expect(text.startsWith(quote.trimEnd())).toBe(true);
});

test('nothing is put before what quotes nothing, or stands below a line', () => {
  expect(withQuote('', '- one')).toBe('- one');
  expect(withQuote('_Answers to something._\n', '- one')).toBe('_Answers to something._\n- one');
});
