import { playCrashes } from '../../../bench/src/proofs/crash/playCrashes';
import { onLinux } from '../support/onLinux';

// The short form of `npm run proof:crash`: the same play, with half a minute that passes at once after each kill. 500 texts and
// five kills cost about fifteen seconds of a processor; 2,000 and ten would cost three times as much in every test run.

onLinux(
  'customers and agents write while everything is killed: nothing is lost or doubled, and the order is kept',
  async () => {
    const play = { messages: 400, customers: 40, agentTexts: 100, kills: 5, seed: 1, travel: 0.5 };
    const played = await playCrashes(play);
    // How much a kill interrupts is chance.
    const { kills, interrupted, late, told, recoveries, backlog, killedAt, inbound, agentTexts, ...outcome } = played;
    expect(kills.sandbox + kills.workbench + kills.both).toBe(play.kills);
    // Several write at once, so that one of them may write after the last one.
    expect(inbound).toBeGreaterThanOrEqual(play.messages);
    expect(agentTexts).toBeGreaterThanOrEqual(play.agentTexts);
    expect(outcome).toEqual({
      customers: expect.any(Number),
      lost: [],
      doubled: [],
      misplaced: [],
      outOfOrder: [],
      // Now and then a text overtakes one that a crash made late. Runs of the whole proof had between none and three.
      aboveLate: expect.any(Array),
      lateOutOfOrder: [],
      secondRooms: 0,
      secondVisitors: 0,
      sentTwice: [],
      unsent: [],
      statusesBack: 0,
      statusesBehind: 0,
    });
  },
  // Each start of a killed process takes as long as the machine is busy.
  600_000,
);
