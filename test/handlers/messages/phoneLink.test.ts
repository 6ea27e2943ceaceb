import { phoneLink } from '../../../src/handlers/messages/phoneLink';

test.each([
  ['+49 30 123456', '[+49 30 123456](tel:+4930123456)'],
  ['(030) 12-34/5', '[(030) 12-34/5](tel:03012345)'],
  ['\u200e+49\u00a0151 2345\u202c', '[+49 151 2345](tel:+491512345)'],
  ['call me', 'call me'],
  ['12', '12'],
  ['+49](https://evil.example)', '+49]\u2060(https://evil.example)'],
])('%s is written as %s', (number, link) => {
  expect(phoneLink(number)).toBe(link);
});
