import { readChanges } from '../../../../src/handlers/whatsapp/webhook/readChanges';

describe('the changes of a body', () => {
  test('tell where they stand, of which account and when', () => {
    const body = { entry: [{ id: '1', time: 5, changes: [{ field: 'messages', value: { messages: [] } }] }] };
    expect(readChanges(body)).toEqual([
      { field: 'messages', value: { messages: [] }, wabaId: '1', time: 5, at: 'entry.0.changes.0' },
    ]);
  });

  test.each([
    ['a flat body counts as messages', { messages: [{}] }, [{ field: 'messages', at: '' }]],
    ['an event with its data', { event: 'history', data: { history: [] } }, [{ field: 'history', at: 'data' }]],
    [
      'an envelope in an envelope',
      { body: { entry: { changes: { field: 'x', value: {} } } } },
      [{ field: 'x', at: 'body.entry.0.changes.0' }],
    ],
    ['a value without its field', { value: { statuses: [{}] } }, [{ field: 'messages', at: '' }]],
    [
      'a body as bytes',
      new Uint8Array(Buffer.from('{"messages":[{"text":"Olá"}]}')),
      [{ field: 'messages', value: { messages: [{ text: 'Olá' }] } }],
    ],
    [
      'a list with something broken in it',
      [{ field: 'x', value: {} }, 3],
      [
        { field: 'x', at: '0' },
        { reason: 'not-an-object', at: '1' },
      ],
    ],
  ])('%s', (_what, body, found) => {
    expect(readChanges(body)).toMatchObject(found);
  });
});
