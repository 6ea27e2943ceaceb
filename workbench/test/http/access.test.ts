import type { Request, Response } from 'express';
import { readCredentials } from '../../src/http/access/identify';
import { isLocal, isLoopback } from '../../src/http/access/isLocal';
import { hasPermission } from '../../src/http/access/permissions';
import { refuseUnsafeBody } from '../../src/http/body/refuseUnsafeBody';
import { isOwnAddress } from '../../src/pointAtSimulator';
import type { UserDocument } from '../../src/workspace/documents/UserDocument';

describe('access', () => {
  describe('this machine itself', () => {
    test.each(['127.0.0.1', '127.1.2.3', '::1', '::ffff:127.0.0.1'])('is %s', (address) => {
      expect(isLoopback(address)).toBe(true);
    });

    test.each(['10.0.0.1', '::ffff:10.0.0.127', '2001:db8::1', '', undefined, '1127.0.0.1'])('is not %s', (address) => {
      expect(isLoopback(address)).toBe(false);
    });
  });

  describe('a request', () => {
    const from = (headers: Record<string, string>, remoteAddress = '127.0.0.1') =>
      ({ socket: { remoteAddress }, get: (name: string) => headers[name] }) as unknown as Request;

    test.each(['localhost:3000', '127.0.0.1', '[::1]:3000'])('to %s from here is local', (host) => {
      expect(isLocal(from({ host }))).toBe(true);
    });

    test('from another machine is not', () => {
      expect(isLocal(from({ host: 'localhost:3000' }, '10.0.0.7'))).toBe(false);
    });

    test.each(['workspace.tunnel.example', '10.0.0.7:3000', '127.0.0.1.example', ''])('to %p is not', (host) => {
      expect(isLocal(from({ host }))).toBe(false);
    });

    test.each(['x-forwarded-for', 'x-real-ip', 'forwarded'])('that was passed on (%s) is not', (header) => {
      expect(isLocal(from({ host: 'localhost:3000', [header]: '127.0.0.1' }))).toBe(false);
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
});

describe('refuseUnsafeBody', () => {
  function refusal(body: unknown, query: unknown = {}): unknown {
    let passed: unknown;
    refuseUnsafeBody({ body, query } as unknown as Request, {} as unknown as Response, (error?: unknown) => {
      passed = error;
    });
    return passed;
  }

  const nested = (levels: number): unknown => JSON.parse(`${'['.repeat(levels)}${']'.repeat(levels)}`);

  describe('what the engine cannot carry', () => {
    test.each([undefined, {}, { a: [1, { b: null }] }, [], 'text', Buffer.from('bytes'), nested(80)])(
      'is not this: %j',
      (body) => {
        expect(refusal(body)).toBeUndefined();
      },
    );

    test.each(['{"__proto__":1}', '{"a":[{"b":{"__proto__":{}}}]}'])('is a __proto__ key: %s', (text) => {
      expect(refusal(JSON.parse(text))).toMatchObject({ status: 400 });
      expect(refusal({}, JSON.parse(text))).toMatchObject({ status: 400 });
    });

    test('is nesting without end', () => {
      expect(refusal(nested(82))).toMatchObject({ status: 400 });
      expect(refusal(nested(5000))).toMatchObject({ status: 400 });
    });

    test('is looked for in a large body as well', () => {
      const list = Array.from({ length: 200_000 }, (_, id): unknown => ({ id, text: 'x' }));
      expect(refusal({ list })).toBeUndefined();
      expect(refusal({ list: [...list, JSON.parse('{"__proto__":1}')] })).toMatchObject({ status: 400 });
    });
  });
});

describe('an address of this machine itself', () => {
  test.each(['http://127.0.0.1:3000', 'http://127.0.0.1', 'http://localhost:80/'])('is %s', (url) => {
    expect(isOwnAddress(url)).toBe(true);
  });

  test.each([
    '',
    'https://chat.example.org',
    'https://localhost:3000',
    'http://127.0.0.1.example.org',
    'http://localhost:3000/a',
  ])('is not %p', (url) => {
    expect(isOwnAddress(url)).toBe(false);
  });
});
