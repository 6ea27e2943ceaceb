import { playCrashes } from '../../bench/src/proofs/crash/playCrashes';
import { onLinux } from './support/onLinux';

// The short form of `npm run proof:crash`: people write while the sandbox, the workbench or both are killed.

onLinux('whatever is killed while people write, nothing is lost, doubled or misplaced', async () => {
  const outcome = await playCrashes({ messages: 240, customers: 20, agentTexts: 40, kills: 3, seed: 5 });
  expect(outcome).toMatchObject({
    lost: [],
    doubled: [],
    misplaced: [],
    secondRooms: 0,
    secondVisitors: 0,
    sentTwice: [],
    unsent: [],
    statusesBack: 0,
    statusesBehind: 0,
  });
});
