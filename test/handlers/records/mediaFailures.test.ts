import { noteFailure, restsUntil } from '../../../src/handlers/numbers/mediaFailures';
import { fakeHost } from '../../support/fakeHost';

const HOUR = 3_600_000;

beforeEach(() => jest.useFakeTimers({ doNotFake: ['nextTick', 'setImmediate', 'setTimeout'] }));
afterEach(() => jest.useRealTimers());

test('after four failures within an hour no file is asked for, until the first of them is an hour old', async () => {
  const { host } = fakeHost();
  const first = Date.now();
  for (let failures = 0; failures < 4; failures += 1) {
    expect(await restsUntil(host, '551155550100')).toBeUndefined();
    await noteFailure(host, '551155550100', false);
    jest.advanceTimersByTime(60_000);
  }
  expect(await restsUntil(host, '551155550100')).toBe(first + HOUR);
  expect(await restsUntil(host, '551155550101')).toBeUndefined();
  jest.setSystemTime(first + HOUR);
  expect(await restsUntil(host, '551155550100')).toBeUndefined();
});

test('a block is obeyed for an hour', async () => {
  const { host } = fakeHost();
  await noteFailure(host, '551155550100', true);
  expect(await restsUntil(host, '551155550100')).toBe(Date.now() + HOUR);
});

test('another instance knows of it, at the latest after a minute; a restart forgets nothing', async () => {
  const one = fakeHost();
  const { host } = fakeHost({ store: one.store });
  expect(await restsUntil(host, '551155550100')).toBeUndefined();
  for (let failures = 0; failures < 3; failures += 1) await noteFailure(one.host, '551155550100', false);
  await noteFailure(host, '551155550100', false);
  expect(await restsUntil(host, '551155550100')).toBe(Date.now() + HOUR);
  expect(await restsUntil(fakeHost({ store: one.store }).host, '551155550100')).toBe(Date.now() + HOUR);
});
