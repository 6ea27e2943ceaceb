import * as v from 'valibot';
import { readSuccess } from '../../../src/handlers/dialog360/readSuccess';
import { connect } from './support/connect';

const schema = v.object({ id: v.string(), inner: v.optional(v.object({ size: v.number() })) });

async function read(reply: Parameters<typeof connect>[0]) {
  const { connection } = connect(reply);
  const response = await connection.http.get('https://waba.example/a');
  return () => readSuccess(connection, schema, response);
}

describe('readSuccess', () => {
  test('gives what the schema reads', async () => {
    expect((await read({ json: { id: 'a', more: 1 } }))()).toEqual({ id: 'a' });
  });

  test.each([
    ['a text', { text: 'OK' }, 'body: Object'],
    ['JSON that breaks off', { text: '{"id":' }, 'body: Object'],
    ['a missing part', { json: {} }, 'id: "id"'],
    ['a part of another kind', { json: { id: 'a', inner: { size: 'private words' } } }, 'inner.size: number'],
  ])('says of %s what was expected, never what was there', async (_case, reply, details) => {
    const attempt = await read(reply);
    expect(attempt).toThrow(
      expect.objectContaining({ key: 'errors:answerUnreadable', status: 200, maybeSent: true, params: { details } }),
    );
  });
});
