import { noteRejected } from '../../../src/handlers/inbound/receiveWebhook';
import { fakeHost } from '../../support/fakeHost';

test('what cannot be read of a webhook is said in the log, in one short entry', () => {
  const { host, log } = fakeHost();
  const rejected = Array.from(
    { length: 900 },
    (_, index) => ({ reason: 'missing-id', at: `messages.${index}` }) as const,
  );
  noteRejected(host, rejected);
  expect(log).toEqual([
    expect.stringMatching(/\(900\): \{"reason":"missing-id","at":"messages\.0"\}.*messages\.4"\}$/),
  ]);
});

test('a webhook that is read whole is no entry, nor is a status that is none of a message', () => {
  const { host, log } = fakeHost();
  noteRejected(host, []);
  noteRejected(host, [{ reason: 'unknown-status', at: 'statuses.0', type: 'captured' }]);
  expect(log).toEqual([]);
});
