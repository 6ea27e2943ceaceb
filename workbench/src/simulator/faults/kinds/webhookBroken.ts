import { listOf } from '../../json/listOf';
import { objectOf } from '../../json/objectOf';
import { defineFault } from '../defineFault';

export const webhookBroken = defineFault('webhook-broken', {
  title: 'Broken webhook bodies',
  description: 'The body is cut, empty, no JSON, not an object, or in the flat form from before the Cloud API.',
  params: {
    how: {
      type: 'choice',
      title: 'How',
      default: 'cut',
      options: ['cut', 'empty', 'text', 'array', 'flat'],
    },
  },
  hooks: {
    body: ({ how }, body) => {
      const broken: Record<string, () => string> = {
        cut: () => body.slice(0, Math.ceil(body.length / 2)),
        empty: () => '',
        text: () => 'bad json',
        array: () => `[${body}]`,
        flat: () => flatten(body),
      };
      return broken[how]?.();
    },
  },
});

function flatten(body: string): string {
  const [entry] = listOf(objectOf(JSON.parse(body)).entry);
  const [change] = listOf(entry?.changes);
  const { messaging_product: _product, metadata: _metadata, ...flat } = objectOf(change?.value);
  return JSON.stringify(flat);
}
