import type { ActionName } from '../../core/actionValue';
import {
  answerQuestion,
  failedDownload,
  failedMessage,
  fetchMedia,
  listedMessage,
  ownCard,
  sendAgain,
  waitingMessage,
} from './cards';
import type { BlockAction } from './BlockAction';
import { action } from './BlockAction';
import { askToCancel, downloadList, leaveList, openList, ownList, showList, wishForList } from './bulkActions';
import { connectedNumber, nothing, ownView, viewToStartIn } from './checks';
import { cancelKept, cancelListed, keepMessage, sendKeptNow } from './keptMessage';
import {
  namedJourney,
  openAgain,
  openConnect,
  openDisconnect,
  openDoctor,
  openEdit,
  showProgress,
  startAgain,
  stepView,
} from './openViews';
import {
  openTemplatesInModal,
  ownConversation,
  ownDraft,
  refreshList,
  templateEvents,
  useTemplate,
} from './templateActions';

/** The buttons of a view's footer are handled as submit and close of the view. */
type Footer = 'submit-view' | 'close-view';

/** Every button: its action, who may press it, and the check that runs before it acts (see `Check`). */
export const blockActions: Readonly<Record<string, BlockAction>> = {
  'account-yes': action({ who: 'admin', checks: nothing, run: answerQuestion('YES') }),
  'account-no': action({ who: 'admin', checks: nothing, run: answerQuestion('NO') }),
  'connect-number': action({ who: 'admin', checks: nothing, run: openConnect }),
  'edit-number': action({ who: 'admin', checks: connectedNumber, run: openEdit }),
  'disconnect-number': action({ who: 'admin', checks: connectedNumber, run: openDisconnect }),
  'run-doctor': action({ who: 'admin', checks: connectedNumber, run: openDoctor }),
  'examine-again': action({ who: 'admin', checks: ownView, run: stepView({ type: 'EXAMINE' }) }),
  'repair-webhook': action({ who: 'admin', checks: ownView, run: stepView({ type: 'REPAIR' }) }),
  'show-progress': action({ who: 'agent', checks: ownView, run: showProgress }),
  'start-again': action({ who: 'admin', checks: viewToStartIn, run: startAgain }),
  'open-again': action({ who: 'admin', checks: namedJourney, run: openAgain }),
  'send-again': action({ who: 'agent', checks: failedMessage('send-again'), run: sendAgain }),
  'keep-message': action({ who: 'agent', checks: failedMessage('keep-message'), run: keepMessage }),
  'cancel-kept': action({ who: 'agent', checks: waitingMessage('cancel-kept'), run: cancelKept }),
  'cancel-listed': action({ who: 'agent', checks: listedMessage, run: cancelListed }),
  'send-kept': action({ who: 'agent', checks: waitingMessage('send-kept'), run: sendKeptNow }),
  'fetch-media': action({ who: 'agent', checks: failedDownload, run: fetchMedia }),
  'open-templates': action({ who: 'agent', checks: ownConversation, run: openTemplatesInModal }),
  'refresh-list': action({ who: 'agent', checks: ownCard('refresh-list'), run: refreshList }),
  'choose-number': action({ who: 'agent', checks: ownView, run: stepView(templateEvents.number) }),
  'search-templates': action({ who: 'agent', checks: ownView, run: stepView(templateEvents.search) }),
  'filter-language': action({ who: 'agent', checks: ownView, run: stepView(templateEvents.language) }),
  'filter-status': action({ who: 'agent', checks: ownView, run: stepView(templateEvents.status) }),
  'previous-templates': action({ who: 'agent', checks: ownView, run: stepView(templateEvents.page) }),
  'next-templates': action({ who: 'agent', checks: ownView, run: stepView(templateEvents.page) }),
  'show-template': action({ who: 'agent', checks: ownView, run: stepView(templateEvents.show) }),
  'choose-language': action({ who: 'agent', checks: ownView, run: stepView(templateEvents.otherLanguage) }),
  'refresh-templates': action({ who: 'agent', checks: ownView, run: stepView({ type: 'REFRESH' }) }),
  'use-template': action({ who: 'agent', checks: ownView, run: useTemplate }),
  'resume-template': action({ who: 'agent', checks: ownDraft, run: openAgain }),
  'fill-field': action({ who: 'agent', checks: ownView, run: stepView(templateEvents.fill) }),
  field: action({ who: 'agent', checks: ownView, run: stepView(templateEvents.field) }),
  'go-back': action({ who: 'agent', checks: ownView, run: stepView({ type: 'BACK' }) }),
  'send-to-list': action({ who: 'list-sender', checks: ownView, run: openList }),
  'leave-list': action({ who: 'agent', checks: ownView, run: leaveList }),
  'show-list': action({ who: 'agent', checks: ownList, run: showList }),
  'list-page': action({ who: 'agent', checks: ownList, run: showList }),
  'pause-list': action({ who: 'agent', checks: ownList, run: wishForList('pause') }),
  'resume-list': action({ who: 'agent', checks: ownList, run: wishForList('resume') }),
  'cancel-list': action({ who: 'agent', checks: ownList, run: askToCancel }),
  'cancel-list-sure': action({ who: 'agent', checks: ownList, run: wishForList('cancel') }),
  'download-list': action({ who: 'agent', checks: ownList, run: downloadList }),
  'export-customer': action({ who: 'admin', checks: ownView, run: stepView({ type: 'EXPORT' }) }),
} satisfies Record<Exclude<ActionName, Footer>, BlockAction>;
