import { AppError } from '../../../src/handlers/core/errors/AppError';
import { connectionOf } from '../../../src/handlers/numbers/connectionOf';
import { connectedNumber } from '../../support/connectedNumber';
import { fakeHost } from '../../support/fakeHost';

test('what goes wrong technically is logged and remembered, the last five times', async () => {
  const { host, log } = fakeHost();
  const { note } = await connectionOf(host, connectedNumber());
  const error = new AppError({ kind: 'unreachable', retry: 'no', key: 'errors:timedOut', status: 504 });
  note?.(error);
  expect(log).toEqual([`360dialog could not be asked: ${error.message}`]);
  expect(host.memory.troubles.values()).toMatchObject([{ what: 'timedOut, HTTP 504' }]);
});

test('a number is reached with its own key, at the address of the settings or 360dialog’s', async () => {
  const number = connectedNumber();
  expect(await connectionOf(fakeHost().host, number)).toMatchObject({
    baseUrl: 'https://waba-v2.360dialog.io',
    apiKey: number.apiKey,
  });
  const { host } = fakeHost({ settings: { api_base_url: 'http://127.0.0.1:4010' } });
  expect((await connectionOf(host, number)).baseUrl).toBe('http://127.0.0.1:4010');
});
