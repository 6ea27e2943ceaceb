import { adviceForText } from '../../../src/handlers/dialog360/adviceForText';

describe('adviceForText', () => {
  test.each([
    ['Invalid API key', 'errors:keyRefused'],
    ['Unauthorized - Invalid or missing D360-API-KEY', 'errors:keyRefused'],
    ['Invalid api_key or token expired', 'errors:keyRefused'],
    ['You have exceeded the endpoint rate limit.', 'errors:callsLimited'],
    ['You have exceeded the limit of 1 request every 5 seconds', 'errors:callsLimited'],
    ['Could not send message due to lack of payment.', 'errors:paymentProblem'],
    ['Your WhatsApp for Business API has been disabled.', 'errors:accountBlocked'],
    ['The endpoint is blocked', 'errors:endpointBlocked'],
    ['This URL https://example.org/x is blocked. More info: …', 'errors:endpointBlocked'],
    ['WhatsApp for Business API not available', 'errors:whatsappDown'],
  ])('knows what 360dialog means by "%s"', (text, key) => {
    expect(adviceForText(text)?.key).toBe(key);
  });

  test.each(['', 'Bad Gateway', 'Internal server error', 'The customer has blocked the business'])(
    'does not pretend to know "%s"',
    (text) => {
      expect(adviceForText(text)).toBeUndefined();
    },
  );
});
