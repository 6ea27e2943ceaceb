import type { Request } from 'express';
import { hasPermission } from '../../src/http/access/hasPermission';
import { isLoopback } from '../../src/http/access/isLoopback';
import { readCredentials } from '../../src/http/access/readCredentials';
import type { UserDocument } from '../../src/workspace/documents/UserDocument';

describe('this machine itself', () => {
  test.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])('is %s', (address) => {
    expect(isLoopback(address)).toBe(true);
  });

  test.each(['10.0.0.1', '::ffff:10.0.0.127', '2001:db8::1', '', undefined, '1127.0.0.1'])('is not %s', (address) => {
    expect(isLoopback(address)).toBe(false);
  });
});

describe('credentials for files', () => {
  const requestWith = (headers: Record<string, string>, originalUrl = '/file-upload/a/b') =>
    ({ get: (name: string) => headers[name], originalUrl }) as unknown as Request;

  test.each([
    ['headers', requestWith({ 'x-user-id': 'u', 'x-auth-token': 't' })],
    ['cookies', requestWith({ cookie: 'theme=dark; rc_uid=u; rc_token=t' })],
    ['the query', requestWith({}, '/file-upload/a/b?rc_uid=u&rc_token=t')],
  ])('come in %s', (_place, request) => {
    expect(readCredentials(request)).toEqual({ userId: 'u', token: 't' });
  });

  test('are none when one half is missing', () => {
    expect(readCredentials(requestWith({ 'x-user-id': 'u' }))).toBeUndefined();
  });
});

describe('permissions', () => {
  const userWith = (...roles: string[]) => ({ roles }) as UserDocument;

  test('come with roles', () => {
    expect(hasPermission(userWith('user', 'livechat-agent'), 'view-l-room')).toBe(true);
    expect(hasPermission(userWith('user', 'livechat-agent'), 'view-livechat-rooms')).toBe(false);
    expect(hasPermission(userWith('user', 'livechat-manager'), 'close-others-livechat-room')).toBe(true);
    expect(hasPermission(userWith('user', 'livechat-manager'), 'manage-apps')).toBe(false);
  });
});
