import { isHidden } from '../../../src/handlers/numbers/templates/hiddenTemplates';

test.each([
  [['marketing'], true],
  [['utility'], false],
  [['summer_*'], true],
  [['*sale'], true],
  [['s*m*sale'], true],
  [['summer_sale'], true],
  [['sale'], false],
  [['summer_sale*sale'], false],
  [[], false],
])('%j hides summer_sale, a marketing template: %s', (hidden, expected) => {
  expect(isHidden({ name: 'Summer_Sale', category: 'MARKETING' }, hidden)).toBe(expected);
});
