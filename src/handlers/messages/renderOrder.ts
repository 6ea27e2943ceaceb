import type { Translate } from '../translation/Translate';
import type { OrderItem } from '../webhook/MessageContent';
import { escapeMarkdown, whatsAppToMarkdown } from '../whatsapp/markup/whatsAppToMarkdown';
import { formatMoney } from './formatMoney';
import type { Renderer } from './Renderer';

/** A cart: a line for each product, the total where it can be told, and what the customer wrote with it. */
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

/** Nothing where a price or a number is missing or the currencies differ: a wrong total is worse than none. */
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
