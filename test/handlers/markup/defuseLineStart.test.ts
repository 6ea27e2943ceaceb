import { defuseLineStart } from '../../../src/handlers/markup/defuseLineStart';

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
