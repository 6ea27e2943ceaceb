import type { IModify } from '@rocket.chat/apps-engine/definition/accessors';
import { withdrawCard } from '../../../src/handlers/outbound/withdrawCard';
import { fakeHost } from '../../support/fakeHost';
import { postings } from '../../support/postings';

function workspace(refusal?: Error) {
  const deleted: unknown[] = [];
  const deleteMessage = async ({ id }: { id: string }) => {
    if (refusal) throw refusal;
    deleted.push(id);
  };
  const { read } = postings([], [{ id: 'card' }]);
  const modify = { getDeleter: () => ({ deleteMessage }) } as unknown as Partial<IModify>;
  return { deleted, ...fakeHost({ read: read, modify }) };
}

describe('a card that is not true any more', () => {
  test('goes', async () => {
    const { host, deleted } = workspace();
    await withdrawCard(host, 'card');
    await withdrawCard(host, 'gone');
    expect(deleted).toEqual(['card']);
  });

  test('stays where Rocket.Chat does not delete it, which is logged', async () => {
    const { host, log } = workspace(new Error('not allowed'));
    await withdrawCard(host, 'card');
    expect(log.join()).toContain('not allowed');
  });
});
