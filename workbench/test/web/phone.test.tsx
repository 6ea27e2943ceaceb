import { renderToStaticMarkup } from 'react-dom/server';
import { arrivalOf, mediaTypeOf, summary } from '../../web/phone/describe';
import { Markup } from '../../web/phone/Markup';
import type { PhoneMessage } from '../../web/simulator/documents/PhoneMessage';
import type { SimulatorState } from '../../web/simulator/SimulatorState';
import { putPhoneMessage, withNews } from '../../web/simulator/SimulatorState';

describe('phone', () => {
  const message = (wamid: string, more: Partial<PhoneMessage> = {}): PhoneMessage => ({
    wamid,
    direction: 'out',
    timestamp: wamid,
    message: { type: 'text', text: { body: wamid } },
    status: 'read',
    reactions: [],
    ...more,
  });
  const state: SimulatorState = {
    numbers: [],
    kinds: [],
    customers: [],
    chats: { 'ana 1': [], 'bo 1': [] },
    typing: { 'ana 1': true },
    unread: {},
    drafts: {},
    customerId: 'ana',
    number: '1',
    lost: false,
    requestCount: 0,
    deliveryCount: 0,
    stateCount: 0,
  };

  test('a message takes its place by time and replaces itself', () => {
    const once = putPhoneMessage(state, 'ana', '1', message('2'));
    const twice = putPhoneMessage(once, 'ana', '1', message('1'));
    const again = putPhoneMessage(twice, 'ana', '1', message('2', { status: 'failed' }));
    expect(again.chats['ana 1']?.map(({ wamid, status }) => [wamid, status])).toEqual([
      ['1', 'read'],
      ['2', 'failed'],
    ]);
  });

  test('messages of one second keep the order in which they came, whatever changes about them', () => {
    const at = (wamid: string, more: Partial<PhoneMessage> = {}) => message(wamid, { timestamp: '1', ...more });
    const chat = [at('a'), at('b'), at('a', { status: 'failed' }), at('c')];
    const end = chat.reduce((before, one) => putPhoneMessage(before, 'ana', '1', one), state);
    expect(end.chats['ana 1']?.map(({ wamid }) => wamid)).toEqual(['a', 'b', 'c']);
  });

  test('it ends the typing, and counts as unread where nobody looks', () => {
    expect(putPhoneMessage(state, 'ana', '1', message('1'))).toMatchObject({ typing: { 'ana 1': false }, unread: {} });
    expect(putPhoneMessage(state, 'bo', '1', message('1')).unread).toEqual({ 'bo 1': 1 });
    expect(putPhoneMessage(state, 'bo', '1', message('1', { direction: 'in' })).unread).toEqual({});
  });

  test.each([
    ['in', 'received', 'there'],
    ['out', 'accepted', 'on its way'],
    ['out', 'sent', 'on its way'],
    ['out', 'delivered', 'there'],
    ['out', 'failed', 'failed'],
  ] as const)('a message %s that is %s is %s', (direction, status, arrival) => {
    expect(arrivalOf(message('1', { direction, status }))).toBe(arrival);
  });

  test.each([
    [{ type: 'text', text: { body: 'Hello' } }, 'Hello'],
    [{ type: 'image', image: { caption: 'Look' } }, '📷 Look'],
    [{ type: 'sticker', sticker: {} }, '💟 sticker'],
    [{ type: 'interactive', interactive: { button_reply: { title: 'Yes' } } }, 'Yes'],
    [{ type: 'contacts', contacts: [{ name: { formatted_name: 'Ana' } }] }, '👤 Ana'],
    [{ type: 'ephemeral' }, '[ephemeral]'],
  ])('%j in one line is %j', (whatsapp, line) => {
    expect(summary(whatsapp)).toBe(line);
  });

  test.each([
    ['image/png', 'image'],
    ['video/mp4', 'video'],
    ['audio/ogg', 'audio'],
    ['application/pdf', 'document'],
    ['', 'document'],
  ])('a file of type %j is sent as %s', (mime, type) => {
    expect(mediaTypeOf(mime)).toBe(type);
  });

  test('what is told while a chat is fetched is not lost, and newer than what was fetched', () => {
    const [old, sent, read] = [message('1'), message('2', { status: 'sent' }), message('2')];
    const shown = withNews([old, sent], [old, sent], [old, read, message('3')]);
    expect(shown.map(({ wamid, status }) => [wamid, status])).toEqual([
      ['1', 'read'],
      ['2', 'read'],
      ['3', 'read'],
    ]);
    expect(withNews([], [old], [old])).toEqual([]);
  });
});

describe('markup', () => {
  const drawn = (text: string) => renderToStaticMarkup(<Markup text={text} />).replace(/^<div[^>]*>|<\/div>$/g, '');

  test.each([
    ['*bold* _italic_ ~struck~', '<strong>bold</strong> <em>italic</em> <del>struck</del>'],
    ['*_both_*', '<strong><em>both</em></strong>'],
    ['`code` ```mono```', '<code>code</code> <code>mono</code>'],
    ['2*3*4 and snake_case_name', '2*3*4 and snake_case_name'],
    ['* no bold *', '* no bold *'],
    ['> quoted\nnot', '<blockquote>quoted</blockquote><br/>not'],
    ['<b>&amp;</b>', '&lt;b&gt;&amp;amp;&lt;/b&gt;'],
    [
      'See https://example.com/a?b=1.',
      'See <a href="https://example.com/a?b=1" target="_blank" rel="noopener noreferrer">https://example.com/a?b=1</a>.',
    ],
  ])('%j', (text, html) => {
    expect(drawn(text)).toBe(html);
  });
});
