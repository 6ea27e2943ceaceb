import { parse } from '@rocket.chat/message-parser';
import { withQuote } from '../../../src/handlers/messages/withQuote';

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
