import type { Translate } from '../../core/translator';
import { escapeMarkdown, whatsAppToMarkdown } from '../markup/whatsAppToMarkdown';
import type { OrderItem } from '../webhook/MessageContent';
import { humaniseName } from './nameKind';
import type { Renderer } from './RenderedMessage';
import { lookUp } from '../../core/text';

/** A cart: a line for each product, the total if it can be computed, and the customer's text. */
export const renderOrder: Renderer<'order'> = ({ items, text }, t) => {
  const total = totalOf(items, t);
  const lines = [
    t('messages:order'),
    ...(items.length === 0 ? [t('messages:orderEmpty')] : items.map((item) => `- ${renderItem(item, t)}`)),
    ...(total === undefined ? [] : [t('messages:orderTotal', { amount: total })]),
    ...(text === undefined ? [] : [whatsAppToMarkdown(text)]),
  ];
  return { text: lines.join('\n') };
};

function renderItem({ id, quantity, price, currency }: OrderItem, t: Translate): string {
  const product = id === undefined ? t('messages:unnamedProduct') : escapeMarkdown(id);
  if (quantity === undefined) return price === undefined ? product : `${product} – ${money(price, currency, t)}`;
  const amount = price === undefined ? '' : ` – ${money(price * quantity, currency, t)}`;
  const single = price === undefined || quantity === 1 ? '' : ` (${quantity} × ${money(price, currency, t)})`;
  return `${quantity} × ${product}${amount}${single}`;
}

/** Returns no total when a price or an amount is missing or the currencies differ, because a wrong total is worse than none. */
function totalOf(items: OrderItem[], t: Translate): string | undefined {
  const currencies = new Set(items.map(({ currency }) => currency));
  if (
    items.length === 0 ||
    currencies.size !== 1 ||
    items.some((item) => item.price === undefined || item.quantity === undefined)
  )
    return undefined;
  const sum = items.reduce((total, { price = 0, quantity = 1 }) => total + price * quantity, 0);
  return money(sum, items[0]?.currency, t);
}

function money(amount: number, currency: string | undefined, t: Translate): string {
  return escapeMarkdown(formatMoney(amount, currency, t));
}

/** A product of the catalogue that the customer sent, with their text. */
export const renderProduct: Renderer<'product'> = ({ productId = '', text }, t) => {
  const line = t('messages:product', { product: escapeMarkdown(productId) });
  return { text: text === undefined ? line : `${line}\n${whatsAppToMarkdown(text)}` };
};

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
  const key = lookUp(states, status);
  const told = [key === undefined ? humaniseName(status) : t(key), method, payer, reference, transaction];
  const details = told.filter((part) => part !== undefined && part !== '').map((part) => escapeMarkdown(part ?? ''));
  return {
    text: details.length === 0 ? t('messages:payment') : t('messages:paymentDetails', { details: details.join(' · ') }),
  };
};

/** With this sign begins what is read from right to left. */
const RIGHT_TO_LEFT = '\u200f';

/** An amount in whole units of a currency as people of the language write it; an unknown currency is put behind it. */
export function formatMoney(amount: number, currency: string | undefined, t: Translate): string {
  const language = t('messages:numberFormat');
  try {
    const format = new Intl.NumberFormat(language, currency === undefined ? {} : { style: 'currency', currency });
    const parts = format.formatToParts(amount);
    const isReversed = parts.some(({ value }) => value.includes(RIGHT_TO_LEFT));
    // Set apart, or "R$" would be drawn as "$R".
    return parts
      .map(({ type, value }) => (isReversed && type === 'currency' ? `\u2066${value}\u2069` : value))
      .join('');
  } catch {
    return [amount, currency].filter((part) => part !== undefined).join(' ');
  }
}
