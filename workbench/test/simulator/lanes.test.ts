import { createLanes } from '../../src/simulator/webhooks/WebhookSender';

test('a lane has no more at work than it has places, whoever comes just as one ends', async () => {
  const lanes = createLanes();
  const ends: (() => void)[] = [];
  let running = 0;
  let most = 0;
  const work = async () => {
    running += 1;
    most = Math.max(most, running);
    await new Promise<void>((resolve) => ends.push(resolve));
    running -= 1;
  };
  const all = [lanes.run('a', 1, work), lanes.run('a', 1, work)];
  ends.shift()?.();
  // In one of these turns the first one has ended and the waiting one has not begun.
  for (let turn = 0; turn < 8; turn += 1) {
    all.push(lanes.run('a', 1, work));
    await Promise.resolve();
  }
  expect(most).toBe(1);
  const over = Promise.all(all).then(() => true);
  while (!(await Promise.race([over, Promise.resolve(false)]))) ends.shift()?.();
  expect({ running, most }).toEqual({ running: 0, most: 1 });
});
