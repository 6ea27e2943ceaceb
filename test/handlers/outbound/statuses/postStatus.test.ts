import { isPrivateAddress } from '../../../../src/handlers/outbound/statuses/postStatus';

const hostOf = (url: string) => new URL(url).hostname;

test.each([
  'http://127.0.0.1/',
  'http://2130706433/',
  'http://0x7f.1/',
  'http://0/',
  'http://10.1.2.3/',
  'http://172.16.0.1/',
  'http://172.31.255.255/',
  'http://192.168.1.1/',
  'http://169.254.169.254/latest/meta-data',
  'http://100.64.0.1/',
  'http://224.0.0.1/',
  'http://255.255.255.255/',
  'http://[::1]/',
  'http://[::]/',
  'http://[::ffff:10.0.0.1]/',
  'http://[fe80::1]/',
  'http://[fd00::1]/',
  'http://[2002:7f00:1::]/',
  'http://localhost/',
  'http://LOCALHOST./',
  'http://db.internal/',
  'http://printer.local/',
  'http://rocketchat/',
])('%s is private', (url) => {
  expect(isPrivateAddress(hostOf(url))).toBe(true);
});

test.each([
  'https://example.org/',
  'https://8.8.8.8/',
  'https://172.32.0.1/',
  'https://192.169.0.1/',
  'https://100.128.0.1/',
  'https://[2606:4700::1111]/',
  'https://localhost.example.org/',
])('%s is public', (url) => {
  expect(isPrivateAddress(hostOf(url))).toBe(false);
});
