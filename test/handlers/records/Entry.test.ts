import { readEntry } from '../../../src/handlers/core/records/Entry';

const filing = { entry: 'e1', minute: '2026-11-22T10:00' };
const link = { ...filing, kind: 'link', direction: 'in', number: '1', customer: '2' };

describe('a stored record', () => {
  test.each([
    [{ ...filing, kind: 'inbox', receivedAt: 1, body: { any: ['thing'] }, sender: '1', attempts: 0 }],
    [{ ...filing, kind: 'inbox', receivedAt: 1, body: null, sender: '1', attempts: 3, wamid: 'w', resumed: true }],
    [link],
    [{ ...link, wamid: 'w', direction: 'out', roomId: 'r', messageId: 'm', delivery: 'read' }],
    [{ ...filing, kind: 'early', wamid: 'w', delivery: 'sent' }],
    [{ ...filing, kind: 'outbox', number: '1', customer: '2', roomId: 'r', at: 1 }],
  ])('is read as it was written: %j', (record) => {
    expect(readEntry(record)).toEqual(record);
  });

  test.each([
    ['of another kind', { ...filing, kind: 'undelivered' }],
    ['of an unknown direction', { ...link, direction: 'up' }],
    ['without its filing', { kind: 'early', delivery: 'sent' }],
    ['with a null where a text may be absent', { ...link, roomId: null }],
    ['that is none', undefined],
    ['that is a text', 'inbox'],
  ])('%s is left alone', (_what, record) => {
    expect(readEntry(record)).toBeUndefined();
  });
});
