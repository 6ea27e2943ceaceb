import type { Request, Response } from 'express';
import { refuseUnsafeBody } from '../../src/http/body/refuseUnsafeBody';

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
