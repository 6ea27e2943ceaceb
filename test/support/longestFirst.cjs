// Plain JavaScript: jest loads its sequencer without a transform.
const { default: Sequencer } = require('@jest/test-sequencer');

/** Files that start workbenches or browsers take the longest; the quick ones fill the gaps at the end of a run. */
const WEIGHTS = { 'e2e-deno': 3, e2e: 2, browser: 2, 'workbench-7.8': 1, workbench: 1 };

const weightOf = ({ context }) => WEIGHTS[context.config.displayName?.name] ?? 0;

module.exports = class LongestFirst extends Sequencer {
  /** jest's own order, by the last run or else by size, within each kind. */
  async sort(tests) {
    const sorted = await super.sort(tests);
    return sorted.sort((one, other) => weightOf(other) - weightOf(one));
  }
};
