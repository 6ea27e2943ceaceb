import { webhookSecret } from '../../src/handlers/numbers/createWebhookSecret';

test('a number with its key has one secret, another number, key or installation has another', () => {
  const secret = webhookSecret('installation', '551155550100', 'key');
  expect(secret).toMatch(/^[0-9a-f]{64}$/);
  expect(webhookSecret('installation', '551155550100', 'key')).toBe(secret);
  const others = [
    webhookSecret('installation', '493023125100', 'key'),
    webhookSecret('installation', '551155550100', 'another'),
    webhookSecret('elsewhere', '551155550100', 'key'),
  ];
  expect(new Set([secret, ...others]).size).toBe(4);
});
