import { answerQuestion } from './answerQuestion';
import type { ActionId } from './ActionId';
import { fetchMedia } from './fetchMedia';
import { openAgain } from './openAgain';
import { openConnect } from './openConnect';
import { openDisconnect } from './openDisconnect';
import { openDoctor } from './openDoctor';
import { openEdit } from './openEdit';
import type { PressHandler } from './Press';
import { sendAgain } from './sendAgain';
import { showProgress } from './showProgress';
import { startAgain } from './startAgain';
import { stepView } from './stepView';

/** What every button does. The buttons of a view's footer are answered as submit and close of the view. */
export const blockActions: Readonly<Record<string, PressHandler>> = {
  'account-yes': answerQuestion('YES'),
  'account-no': answerQuestion('NO'),
  'connect-number': openConnect,
  'edit-number': openEdit,
  'disconnect-number': openDisconnect,
  'run-doctor': openDoctor,
  'examine-again': stepView({ type: 'EXAMINE' }),
  'repair-webhook': stepView({ type: 'REPAIR' }),
  'show-progress': showProgress,
  'start-again': startAgain,
  'open-again': openAgain,
  'send-again': sendAgain,
  'fetch-media': fetchMedia,
} satisfies Partial<Record<ActionId, PressHandler>>;
