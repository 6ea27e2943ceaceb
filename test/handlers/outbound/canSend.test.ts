import { canSend } from '../../../src/handlers/outbound/canSend';
import type { SendingFacts, SendKind } from '../../../src/handlers/outbound/canSend';
import type { ServiceWindow } from '../../../src/handlers/outbound/windowOf';
import type { OptOut } from '../../../src/handlers/omnichannel/conversations/optOuts';
import { connectedNumber } from '../../support/connectedNumber';

const now = 1_700_000_000_000;
const hour = 60 * 60 * 1000;
const open = (lastInboundAt: number): ServiceWindow => ({ state: 'open', lastInboundAt });
const number = connectedNumber();

const ask = (facts: Partial<SendingFacts>) =>
  canSend({ kind: 'agent', number, optOut: undefined, window: open(now), ...facts });
const closed: ServiceWindow = { state: 'closed', lastInboundAt: now - 30 * 24 * hour };

describe('whether a message may go out', () => {
  test.each(['open', 'closingSoon', 'unknown'] as const)('it may when the service window is %s', (state) => {
    expect(ask({ window: { state, lastInboundAt: now } })).toBeUndefined();
  });

  test('it may not when the window is closed', () => {
    expect(ask({ window: closed })).toBe('errors:windowClosed');
  });

  test('a template needs no open window', () => {
    expect(ask({ kind: 'template', window: closed })).toBeUndefined();
    expect(ask({ kind: 'marketing', window: closed })).toBeUndefined();
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

  test.each<SendKind>(['agent', 'reaction', 'automatic', 'template', 'marketing'])(
    'nothing of the kind %s goes, also after they wrote something else',
    (kind) => {
      expect(ask({ kind, optOut: optOut('everything'), window: open(now) })).toBe('errors:optedOut');
    },
  );

  test('the confirmation goes', () => {
    expect(ask({ kind: 'consent', optOut: optOut('everything') })).toBeUndefined();
  });

  test.each<[SendKind, number, string | undefined]>([
    ['agent', now - hour, 'errors:marketingStopped'],
    ['agent', now, undefined],
    ['automatic', now, undefined],
    ['marketing', now, 'errors:marketingStopped'],
    ['template', now - hour, undefined],
  ])('of marketing only, of the kind %s when they wrote at %i: %s', (kind, lastInboundAt, refusal) => {
    expect(ask({ kind, optOut: optOut('marketing'), window: open(lastInboundAt) })).toBe(refusal);
  });
});
