import { linkToWhatsApp } from '../../../src/handlers/markup/linkToWhatsApp';

test.each([
  ['our shop', 'https://example.com', 'our shop (https://example.com)'],
  ['example.com', 'https://example.com/', 'https://example.com/'],
  ['', 'https://example.com', 'https://example.com'],
  ['+49 (30) 1', 'tel:+49301', '+49 (30) 1'],
  ['call', 'tel:+49301', 'call (+49301)'],
  ['me@example.com', 'mailto:me@example.com', 'me@example.com'],
  ['', 'mailto:me@example.com', 'me@example.com'],
])('the text "%s" of %s', (label, url, written) => {
  expect(linkToWhatsApp(label, url)).toBe(written);
});
