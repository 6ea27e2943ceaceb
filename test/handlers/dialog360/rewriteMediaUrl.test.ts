import { rewriteMediaUrl } from '../../../src/handlers/dialog360/rewriteMediaUrl';

const path = '/whatsapp_business/attachments/?mid=1&ext=2&hash=a-b';

describe('rewriteMediaUrl', () => {
  test.each([
    ["puts 360dialog's host in place of Meta's", `https://lookaside.fbsbx.com${path}`, 'https://waba.example'],
    ['keeps an address on the host of the API', `https://waba.example${path}`, 'https://waba.example'],
    ['goes through a simulator on this machine', `https://lookaside.fbsbx.com${path}`, 'http://127.0.0.1:4010'],
    ['goes through a proxy with a path', `https://lookaside.fbsbx.com${path}`, 'https://proxy.example/waba'],
  ])('%s', (_case, url, baseUrl) => {
    expect(rewriteMediaUrl(url, baseUrl)).toEqual({ ok: true, value: baseUrl + path });
  });

  test.each([
    ['https://evil.example/x', 'evil.example'],
    ['https://lookaside.fbsbx.com.evil.example/x', 'lookaside.fbsbx.com.evil.example'],
    ['https://lookaside.fbsbx.com:8443/x', 'lookaside.fbsbx.com'],
    ['http://lookaside.fbsbx.com/x', 'lookaside.fbsbx.com'],
    ['https://a:b@lookaside.fbsbx.com/x', 'lookaside.fbsbx.com'],
    ['https://a:b@waba.example/x', 'waba.example'],
    ['https://lookaside.fbsbx.com@evil.example/x', 'evil.example'],
    ['http://169.254.169.254/latest', '169.254.169.254'],
    ['file:///etc/passwd', ''],
    ['/x', '?'],
  ])('refuses %s: the key would go along', (url, host) => {
    expect(rewriteMediaUrl(url, 'https://waba.example')).toEqual({
      ok: false,
      error: { key: 'errors:mediaHostUnexpected', params: { host } },
    });
  });
});
