import { playCrashes } from '../../../bench/src/proofs/crash/playCrashes';
import { onLinux } from '../support/onLinux';

// The short form of `npm run proof:crash`: the same play, with half a minute that passes at once after each kill. 500 texts and
// five kills cost about fifteen seconds of a processor; 2,000 and ten would cost three times as much in every test run.

onLinux(
  'customers and agents write while everything is killed: nothing is lost or doubled, and the order is kept',
  async () => {
    const play = { messages: 400, customers: 40, agentTexts: 100, kills: 5, seed: 1, travel: 0.5 };
    const { kills, interrupted, late, told, recoveries, backlog, killedAt, ...outcome } = await playCrashes(play);
    expect(kills.sandbox + kills.workbench + kills.both).toBe(play.kills);
    expect(interrupted).toBeGreaterThan(0);
    expect(outcome).toEqual({
      customers: expect.any(Number),
      inbound: play.messages,
      agentTexts: play.agentTexts,
      lost: [],
      doubled: [],
      misplaced: [],
      outOfOrder: [],
      aboveLate: [],
      lateOutOfOrder: [],
      secondRooms: 0,
      secondVisitors: 0,
      sentTwice: [],
      unsent: [],
      statusesBack: 0,
      statusesBehind: 0,
    });
  },
);
