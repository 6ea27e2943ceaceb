import type { ConnectedNumber } from '../../src/handlers/numbers/numbers';

/** A connected number, with what the test is about. */
export function connectedNumber(facts: Partial<ConnectedNumber> = {}): ConnectedNumber {
  return {
    kind: 'number',
    digits: '551155550100',
    apiKey: 'KEY-A1B2',
    webhookSecret: 'secret-of-the-number',
    connectedAt: 1_700_000_000_000,
    ...facts,
  };
}
