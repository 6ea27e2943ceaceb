import { canSend } from '../../../src/handlers/outbound/canSend';
import type { SendingFacts, SendKind } from '../../../src/handlers/outbound/canSend';
import type { OptOut } from '../../../src/handlers/records/optOuts';
import { connectedNumber } from '../../support/connectedNumber';

const now = 1_700_000_000_000;
const hour = 60 * 60 * 1000;
const day = 24 * hour;
const number = connectedNumber();

const ask = (facts: Partial<SendingFacts>) =>
  canSend({ kind: 'agent', number, optOut: undefined, lastInboundAt: now, now, ...facts });

describe('whether a message may go out', () => {
  test.each([
    ['just now', now],
    ['a moment before the day is over', now - day + 1],
    ['by a clock that goes ahead', now + 60_000],
  ])('it may when the customer wrote %s', (_when, lastInboundAt) => {
    expect(ask({ lastInboundAt })).toBeUndefined();
  });

  test('it may when nobody knows: WhatsApp then decides', () => {
    expect(ask({ lastInboundAt: undefined })).toBeUndefined();
  });

  test.each([day, day + 1, 30 * day])('it may not %i ms after the customer wrote, and the reason is told', (age) => {
    expect(ask({ lastInboundAt: now - age })).toBe('errors:windowClosed');
  });

  test('a template needs no open window', () => {
    expect(ask({ kind: 'template', lastInboundAt: now - 30 * day })).toBeUndefined();
  });

  test('it may not from a number that is not connected any more', () => {
    expect(ask({ number: undefined })).toBe('errors:numberNotConnected');
  });
});

describe('to a customer who opted out', () => {
  const optOut = (from: OptOut['from']): OptOut => ({
    kind: 'opt-out',
    number: number.digits,
    ids: ['5511955550111'],
    at: now - hour,
    from,
    wamid: 'wamid.stop',
  });

  test.each<SendKind>(['agent', 'reaction', 'automatic', 'template'])(
    'nothing of the kind %s goes, also after they wrote something else',
    (kind) => {
      expect(ask({ kind, optOut: optOut('everything'), lastInboundAt: now })).toBe('errors:optedOut');
    },
  );

  test('the confirmation goes', () => {
    expect(ask({ kind: 'consent', optOut: optOut('everything') })).toBeUndefined();
  });

  test.each<[SendKind, number, string | undefined]>([
    ['agent', now - hour, 'errors:marketingStopped'],
    ['agent', now, undefined],
    ['automatic', now, undefined],
    ['template', now, 'errors:marketingStopped'],
  ])('of marketing only, of the kind %s when they wrote at %i: %s', (kind, lastInboundAt, refusal) => {
    expect(ask({ kind, optOut: optOut('marketing'), lastInboundAt })).toBe(refusal);
  });
});
