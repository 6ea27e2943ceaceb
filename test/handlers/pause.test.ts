import { pause } from '../../src/handlers/core/pause';

test('a pause takes as long as it was asked for', async () => {
  jest.useFakeTimers();
  const ended = jest.fn();
  const paused = pause(1_000).then(ended);
  await jest.advanceTimersByTimeAsync(999);
  expect(ended).not.toHaveBeenCalled();
  await jest.advanceTimersByTimeAsync(1);
  await paused;
  expect(ended).toHaveBeenCalled();
  jest.useRealTimers();
});
