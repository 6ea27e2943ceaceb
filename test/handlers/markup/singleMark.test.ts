import { singleMark } from '../../../src/handlers/markup/singleMark';

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
