import { maskAddresses } from '../../../src/handlers/markup/maskAddresses';

test.each([
  ['*a* https://e.co/_b_d _c_', '*a* xxxxxxxxxxxxxxxxx _c_'],
  ['_https://e.co/a_', '_xxxxxxxxxxxxxx_'],
  ['no address', 'no address'],
])('"%s" keeps its length and loses the signs of its addresses', (line, masked) => {
  expect(maskAddresses(line)).toBe(masked);
  expect(masked).toHaveLength(line.length);
});
