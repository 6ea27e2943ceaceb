import type { DemoTemplate } from '../DemoTemplate';

const card = (text: string, slug: string) => ({
  components: [
    { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://example.com/sample'] } },
    { type: 'BODY', text, example: { body_text: [['R$ 12']] } },
    {
      type: 'BUTTONS',
      buttons: [
        { type: 'QUICK_REPLY', text: 'I want this one' },
        { type: 'URL', text: 'Look', url: 'https://example.com/p/{{1}}', example: [slug] },
      ],
    },
  ],
});

/** Cards to swipe through, each with its picture, text and buttons. */
export const carouselTemplates: DemoTemplate[] = [
  {
    name: 'new_arrivals',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'BODY', text: 'Fresh from the oven, {{1}}: have a look!', example: { body_text: [['Ana']] } },
      {
        type: 'CAROUSEL',
        cards: [card('Sourdough loaf, only {{1}} today', 'loaf'), card('Cinnamon rolls, only {{1}} today', 'rolls')],
      },
    ],
  },
];
