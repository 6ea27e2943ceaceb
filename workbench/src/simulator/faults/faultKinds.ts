import type { FaultKind } from './FaultKind';
import { badGateway, errorCode, forbidden, redirect, serverError, throttled, unauthorized } from './refusals';
import { connectionReset, garbageAnswer, noAnswer, slowAnswer, truncatedAnswer } from './brokenAnswers';
import { mediaDamaged, mediaExpired, mediaSlow } from './mediaFaults';
import { statusDropped, statusDuplicate, statusEarly, statusFailed, statusShuffle } from './statusFaults';
import { templateDecided, templateHeld } from './templateFaults';
import {
  webhookBatch,
  webhookBroken,
  webhookDelay,
  webhookDuplicate,
  webhookLost,
  webhookShuffle,
} from './webhookFaults';

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
