import type { ActionId } from './ActionId';
import { answerQuestion } from './answerQuestion';
import { action } from './BlockAction';
import type { BlockAction } from './BlockAction';
import { failedMessage, unfetchedFile, waitingMessage } from './cards';
import { connectedNumber, nothing, ownView, viewToStartIn } from './checks';
import { fetchMedia } from './fetchMedia';
import { cancelKept, keepMessage, sendKeptNow } from './keptMessage';
import { namedJourney, openAgain, openConnect, openDisconnect, openDoctor, openEdit } from './openViews';
import { sendAgain } from './sendAgain';
import { showProgress, startAgain, stepView } from './stepView';

/** The buttons of a view's footer are answered as submit and close of the view. */
type Footer = 'submit-view' | 'close-view';

/** What every button does, who may press it, and what is looked up before it acts (see `Check`). */
export const blockActions: Readonly<Record<string, BlockAction>> = {
  'account-yes': action({ who: 'admin', checks: nothing, run: answerQuestion('YES') }),
  'account-no': action({ who: 'admin', checks: nothing, run: answerQuestion('NO') }),
  'connect-number': action({ who: 'admin', checks: nothing, run: openConnect }),
  'edit-number': action({ who: 'admin', checks: connectedNumber, run: openEdit }),
  'disconnect-number': action({ who: 'admin', checks: connectedNumber, run: openDisconnect }),
  'run-doctor': action({ who: 'admin', checks: connectedNumber, run: openDoctor }),
  'examine-again': action({ who: 'admin', checks: ownView, run: stepView({ type: 'EXAMINE' }) }),
  'repair-webhook': action({ who: 'admin', checks: ownView, run: stepView({ type: 'REPAIR' }) }),
  'show-progress': action({ who: 'admin', checks: ownView, run: showProgress }),
  'start-again': action({ who: 'admin', checks: viewToStartIn, run: startAgain }),
  'open-again': action({ who: 'admin', checks: namedJourney, run: openAgain }),
  'send-again': action({ who: 'agent', checks: failedMessage('send-again'), run: sendAgain }),
  'keep-message': action({ who: 'agent', checks: failedMessage('keep-message'), run: keepMessage }),
  'cancel-kept': action({ who: 'agent', checks: waitingMessage('cancel-kept'), run: cancelKept }),
  'send-kept': action({ who: 'agent', checks: waitingMessage('send-kept'), run: sendKeptNow }),
  'fetch-media': action({ who: 'agent', checks: unfetchedFile, run: fetchMedia }),
} satisfies Record<Exclude<ActionId, Footer>, BlockAction>;
