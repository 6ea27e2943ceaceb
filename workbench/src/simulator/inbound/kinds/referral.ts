import { randomDigits } from '../../identity/randomDigits';
import { objectOf } from '../../json/objectOf';
import type { InboundKind } from '../InboundKind';

export const referral: InboundKind = {
  title: 'From an advertisement',
  description: 'The first text of somebody who tapped a click-to-WhatsApp ad or post.',
  example: { type: 'referral', text: { body: 'Hi, I saw your offer' } },
  build: ({ message }) => ({
    item: {
      referral: {
        source_url: 'https://fb.me/4xYzAbCdE',
        source_id: '120210000000000000',
        source_type: 'ad',
        headline: 'Two for one this week',
        body: 'Every pizza, every evening until Sunday',
        media_type: 'image',
        image_url: 'https://example.com/ads/two-for-one.jpg',
        ctwa_clid: `ARA${randomDigits(18)}`,
        ...objectOf(message.referral),
      },
      type: 'text',
      text: { body: 'Hi, I saw your offer', ...objectOf(message.text) },
    },
  }),
};
