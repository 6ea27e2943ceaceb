import { setupFlow } from '../../../src/flows/setupFlow';
import { setupDialogue } from '../../../src/machines/setupDialogue';
import { describeFlow } from '../../support/describeFlow';

describe('the dialogue of the setup channel', () => {
  describeFlow({
    flow: setupFlow,
    machine: setupDialogue,
    events: [
      { type: 'OPEN' },
      { type: 'YES' },
      { type: 'NO' },
      { type: 'ACCOUNT_READY' },
      { type: 'NUMBER_CONNECTED' },
      { type: 'LAST_NUMBER_DISCONNECTED' },
    ],
    // Its steps are messages in the channel, which its handlers post.
    silent: Object.keys(setupDialogue.states),
  });
});
