import { isSecretSent } from '../../../src/handlers/inbound/isSecretSent';
import { connectedNumber } from '../../support/connectedNumber';

const number = connectedNumber({ webhookSecret: 'ours' });

test.each([
  [{ 'x-whatsapp-webhook-secret': 'ours' }, true],
  [{ 'X-WhatsApp-Webhook-Secret': 'ours', Other: '1' }, true],
  [{ 'x-whatsapp-webhook-secret': 'old' }, false],
  [{ Other: 'ours' }, false],
  [{}, false],
])('%j', (headers, sent) => {
  expect(isSecretSent(headers, number)).toBe(sent);
});
