import { escapeMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { humaniseName } from './humaniseName';
import type { Renderer } from './Renderer';

/**
 * State of a payment → our words.
 * Source: https://developers.facebook.com/documentation/business-messaging/whatsapp/payments
 */
const states: Readonly<Record<string, string>> = {
  captured: 'messages:paymentDone',
  success: 'messages:paymentDone',
  pending: 'messages:paymentPending',
  failed: 'messages:paymentFailed',
  canceled: 'messages:paymentCancelled',
  cancelled: 'messages:paymentCancelled',
};

/** News of a payment: how it stands, and what is told of it besides. */
export const renderPayment: Renderer<'payment'> = ({ status = '', method, payer, reference, transaction }, t) => {
  const key = Object.hasOwn(states, status) ? states[status] : undefined;
  const told = [key === undefined ? humaniseName(status) : t(key), method, payer, reference, transaction];
  const details = told.filter((part) => part !== undefined && part !== '').map((part) => escapeMarkdown(part ?? ''));
  return {
    text: details.length === 0 ? t('messages:payment') : t('messages:paymentDetails', { details: details.join(' · ') }),
  };
};
