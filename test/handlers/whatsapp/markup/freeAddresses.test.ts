import { freeAddresses } from '../../../../src/handlers/whatsapp/markup/freeAddresses';

test.each([
  ['*https://shop.example/a*', 'https://shop.example/a'],
  ['~www.shop.example~', 'www.shop.example'],
  ['*_https://shop.example/a_*', 'https://shop.example/a'],
  ['- *https://shop.example/a*', '- https://shop.example/a'],
  ['_see https://shop.example/a_', '_see_ https://shop.example/a'],
  ['*https://shop.example now*', 'https://shop.example *now*'],
  ['*see https://a.example/x and https://b.example/y*', '*see https://a.example/x and* https://b.example/y'],
  ['*mail me@shop.example*', '*mail* me@shop.example'],
])('the marks of %s stand beside its address: %s', (line, freed) => {
  expect(freeAddresses(line)).toBe(freed);
});

test.each([
  '*see https://shop.example now*',
  '*Shop (https://shop.example/a)*',
  '*a* https://shop.example *b*',
  '*bold* and `*https://shop.example*`',
  'https://shop.example/*a*',
  'no address: *bold*',
])('what touches no address stays: %s', (line) => {
  expect(freeAddresses(line)).toBe(line);
});

test('a long line costs no more than its length', () => {
  const line = '*https://shop.example/a* '.repeat(2_600);
  expect(freeAddresses(line)).toBe('https://shop.example/a '.repeat(2_600));
});
