import { pickList, pickText } from '../../state/pick';
import { words } from '../../words';
import { Markup } from '../markup/Markup';
import type { BubbleProps } from './BubbleProps';

/** A basket of goods. */
export function OrderBubble({ shown }: BubbleProps) {
  const items = pickList(shown.message, 'order', 'product_items');
  return (
    <>
      <strong className="ph-header">🛒 {words.phone.kinds.order(items.length)}</strong>
      {items.map((item, index) => (
        <small key={index} className="ph-footer">
          {pickText(item, 'quantity')} × {pickText(item, 'product_retailer_id')},{' '}
          {Number(pickText(item, 'item_price')).toFixed(2)} {pickText(item, 'currency')}
        </small>
      ))}
      <Markup text={pickText(shown.message, 'order', 'text') ?? ''} />
    </>
  );
}
