import { newsOf } from '../../../src/handlers/inbound/notices/newsOf';
import { inboxEntry } from '../../support/inboxEntry';

test.each([
  ['has WhatsApp’s time', { timestamp: 5 }, {}, { at: 5, begunAt: undefined }],
  ['without one that of its webhook', { timestamp: null }, {}, { at: 9, begunAt: undefined }],
  ['may have been told since its webhook came', { timestamp: 5 }, { resumed: true }, { at: 5, begunAt: 9 }],
])('news %s', (_what, event, facts, expected) => {
  const inbox = inboxEntry({ receivedAt: 9, ...facts });
  expect(newsOf({ event: { wamid: 'w', ...event }, inbox }, 'News')).toEqual({ text: 'News', wamid: 'w', ...expected });
});
