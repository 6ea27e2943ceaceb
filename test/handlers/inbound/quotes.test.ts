import { renderQuote } from '../../../src/handlers/inbound/messages/quotes';
import { storeEntry } from '../../../src/handlers/core/records/entries';
import { linkMessage } from '../../../src/handlers/inbound/messages/linkMessage';
import { fakeHost } from '../../support/fakeHost';
import { inboxEntry } from '../../support/inboxEntry';
import { messageEvent } from '../../support/messageEvent';
import { sayKeys } from '../../support/sayKeys';

const quoting = messageEvent({ context: { wamid: 'wamid.quoted' } });

async function workspace(settings: Record<string, unknown> = {}, messageId: string | undefined = 'm1') {
  const fake = fakeHost({ settings });
  const inbox = inboxEntry({ wamid: 'wamid.quoted' });
  await storeEntry(fake.host, inbox);
  const facts = { direction: 'in', number: '1', customer: '2', roomId: 'r1', messageId } as const;
  await linkMessage(fake.host, inbox, 'wamid.quoted', facts);
  return fake;
}

describe('a message that quotes another', () => {
  test('begins with the link that Rocket.Chat draws as a quote', async () => {
    const { host } = await workspace();
    expect(await renderQuote(host, quoting, sayKeys)).toBe('[ ](https://chat.example.org/live/r1?msg=m1) ');
  });

  test('says in a line that the other one is not known here', async () => {
    expect(await renderQuote(fakeHost().host, quoting, sayKeys)).toBe('inbound:quotesUnknown\n');
    const { host } = await workspace({}, '');
    expect(await renderQuote(host, quoting, sayKeys)).toBe('inbound:quotesUnknown\n');
  });

  test('says nothing of it where quotes are switched off, and asks nobody', async () => {
    const { host, store } = await workspace({ allow_quote_messages: false });
    const before = store.roundTrips;
    expect(await renderQuote(host, quoting, sayKeys)).toBe('');
    expect(store.roundTrips).toBe(before);
  });

  test('one that quotes nothing costs nothing', async () => {
    const { host, store } = fakeHost();
    expect(await renderQuote(host, messageEvent(), sayKeys)).toBe('');
    expect(await renderQuote(host, messageEvent({ context: { forwarded: 'once' } }), sayKeys)).toBe('');
    expect(store.roundTrips).toBe(0);
  });
});
