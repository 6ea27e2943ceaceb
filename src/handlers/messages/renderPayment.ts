import { escapeMarkdown } from '../markup/escapeMarkdown';
import type { Renderer } from './Renderer';

/** News of a payment: what WhatsApp tells of it, in its own words. */
export const renderPayment: Renderer<'payment'> = ({ status, method, reference }, t) => {
  const details = [status, method, reference].filter((part) => part !== undefined).map(escapeMarkdown);
  return {
    text: details.length === 0 ? t('messages:payment') : t('messages:paymentDetails', { details: details.join(' · ') }),
  };
};
