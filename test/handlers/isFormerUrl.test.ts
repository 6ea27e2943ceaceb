import { isFormerUrl } from '../../src/handlers/numbers/isFormerUrl';
import { fakeHost } from '../support/fakeHost';

const { host } = fakeHost();
const path = '/api/apps/private/app-id/hash/incoming';

test.each([
  ['our own of before', 'https://old.example.org', `https://old.example.org${path}`, true],
  ["somebody else's", 'https://old.example.org', 'https://other.example.org/hook', false],
  ["another workspace's with our path", 'https://old.example.org', `https://copy.example.org${path}`, false],
  ['one of a number whose address is not known', undefined, `https://old.example.org${path}`, false],
])('%s', (_case, siteUrl, url, isFormer) => {
  expect(isFormerUrl(host, { siteUrl }, url)).toBe(isFormer);
});
