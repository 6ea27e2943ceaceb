import { excerptOf } from '../../../src/handlers/outbound/excerptOf';

test.each([
  ['Hello   there\n', undefined, 'Hello there'],
  ['', { file: { _id: '1', name: 'bread.png', type: 'image/png' } }, 'bread.png'],
  ['Look', { file: { _id: '1', name: 'bread.png', type: 'image/png' } }, 'Look'],
  ['', undefined, ''],
  ['😀'.repeat(200), undefined, `${'😀'.repeat(59)}…`],
])('%j is known again by its beginning', (text, message, excerpt) => {
  expect(excerptOf(text, message)).toBe(excerpt);
});
