import { safeUrl } from '../../../web/markdown/safeUrl';

test.each([
  ['https://rocket.chat/a?b#c', 'https://rocket.chat/a?b#c'],
  ['//rocket.chat', 'http://rocket.chat/'],
  ['mailto:ana@example.com', 'mailto:ana@example.com'],
  ['tel:+5511', 'tel:+5511'],
  ['javascript:alert(1)', undefined],
  ['JaVaScRiPt:alert(1)', undefined],
  ['data:text/html,x', undefined],
  ['vbscript:x', undefined],
  ['http://[', undefined],
])('%s leads to %s', (href, safe) => {
  expect(safeUrl(href)).toBe(safe);
});
