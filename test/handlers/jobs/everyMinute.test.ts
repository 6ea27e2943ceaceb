import type { IModify } from '@rocket.chat/apps-engine/definition/accessors';
import { endJob, everyMinute } from '../../../src/handlers/entry/jobs/everyMinute';
import { saveNumber } from '../../../src/handlers/numbers/numbers';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';
import { untouchable } from '../../support/untouchable';

test('what fails is logged and keeps nothing else from its turn', async () => {
  const { host, store, requests, log } = fakeHost({ replies: [{ json: { total: 0, waba_templates: [] } }] });
  await saveNumber(host, connectedNumber());
  const read = store.readByAssociation.bind(store);
  store.readByAssociation = async (association) => {
    if (association.getID() === 'held') throw new Error('the store is away');
    return read(association);
  };
  await everyMinute(host);
  expect(log).toEqual(['Customers who wait were not let in this minute: Error: the store is away']);
  expect(requests).toHaveLength(1);
  expect(store.records).toContainEqual(expect.objectContaining({ kind: 'install', sweptUntil: expect.any(Number) }));
});

test('a job of an earlier version takes itself off the schedule, by the id that the server hands over', async () => {
  const cancelled: string[] = [];
  const scheduler = untouchable('scheduler', { cancelJob: async (id: string) => void cancelled.push(id) });
  const { host } = fakeHost({ modify: { getScheduler: () => scheduler } as Partial<IModify> });
  await endJob(host, { jobId: '665f1f77bcf86cd799439011' });
  await endJob(host, undefined);
  expect(cancelled).toEqual(['665f1f77bcf86cd799439011']);
});
