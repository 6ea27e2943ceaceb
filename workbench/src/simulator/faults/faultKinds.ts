import type { FaultKind } from './FaultKind';
import { badGateway } from './kinds/badGateway';
import { connectionReset } from './kinds/connectionReset';
import { errorCode } from './kinds/errorCode';
import { forbidden } from './kinds/forbidden';
import { garbageAnswer } from './kinds/garbageAnswer';
import { mediaDamaged } from './kinds/mediaDamaged';
import { mediaExpired } from './kinds/mediaExpired';
import { mediaSlow } from './kinds/mediaSlow';
import { noAnswer } from './kinds/noAnswer';
import { redirect } from './kinds/redirect';
import { serverError } from './kinds/serverError';
import { slowAnswer } from './kinds/slowAnswer';
import { statusDropped } from './kinds/statusDropped';
import { statusDuplicate } from './kinds/statusDuplicate';
import { statusEarly } from './kinds/statusEarly';
import { statusFailed } from './kinds/statusFailed';
import { statusShuffle } from './kinds/statusShuffle';
import { templateDecided } from './kinds/templateDecided';
import { templateHeld } from './kinds/templateHeld';
import { throttled } from './kinds/throttled';
import { truncatedAnswer } from './kinds/truncatedAnswer';
import { unauthorized } from './kinds/unauthorized';
import { webhookBatch } from './kinds/webhookBatch';
import { webhookBroken } from './kinds/webhookBroken';
import { webhookDelay } from './kinds/webhookDelay';
import { webhookDuplicate } from './kinds/webhookDuplicate';
import { webhookLost } from './kinds/webhookLost';
import { webhookShuffle } from './kinds/webhookShuffle';

/** Every kind of fault, in the order a page lists them. */
export const faultKinds: Record<string, FaultKind> = {
  'error-code': errorCode,
  'server-error': serverError,
  'bad-gateway': badGateway,
  unauthorized: unauthorized,
  forbidden: forbidden,
  throttled: throttled,
  'slow-answer': slowAnswer,
  'no-answer': noAnswer,
  'connection-reset': connectionReset,
  'truncated-answer': truncatedAnswer,
  'garbage-answer': garbageAnswer,
  redirect: redirect,
  'media-expired': mediaExpired,
  'media-slow': mediaSlow,
  'media-damaged': mediaDamaged,
  'webhook-lost': webhookLost,
  'webhook-duplicate': webhookDuplicate,
  'webhook-delay': webhookDelay,
  'webhook-shuffle': webhookShuffle,
  'webhook-batch': webhookBatch,
  'webhook-broken': webhookBroken,
  'status-failed': statusFailed,
  'status-dropped': statusDropped,
  'status-duplicate': statusDuplicate,
  'status-shuffle': statusShuffle,
  'status-early': statusEarly,
  'template-held': templateHeld,
  'template-decided': templateDecided,
};
