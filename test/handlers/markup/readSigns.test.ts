import { readPlainLine } from '../../../src/handlers/markup/readPlainLine';
import { readSigns } from '../../../src/handlers/markup/readSigns';

test.each([
  ['signs that stand in it twice', '*a* _b ~', ['*'], false],
  ['none that belong to an address', 'https://e.co/*a*b *', [], true],
  ['underscores that are all in names', 'order_id user_name', ['_'], true],
  ['an underscore that is not', 'order_id _x', ['_'], false],
])('a line may have %s', (_what, line, paired, inNames) => {
  const signs = readSigns(line, readPlainLine(line));
  expect([...signs.paired]).toEqual(paired);
  expect(signs.areUnderscoresInNames).toBe(inNames);
});
