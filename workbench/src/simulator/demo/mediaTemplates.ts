import type { DemoTemplate } from './DemoTemplate';

const handle = { header_handle: ['https://example.com/sample'] };

/** Headers that are not text: picture, video, document, location. */
export const mediaTemplates: DemoTemplate[] = [
  {
    name: 'seasonal_promotion',
    language: 'en_US',
    category: 'MARKETING',
    parameterFormat: 'NAMED',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: handle },
      {
        type: 'BODY',
        text: 'Our {{sale_name}} is on: {{discount}} off everything until Sunday.',
        example: {
          body_text_named_params: [
            { param_name: 'sale_name', example: 'Summer Sale' },
            { param_name: 'discount', example: '25%' },
          ],
        },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Tell me more' },
          { type: 'QUICK_REPLY', text: 'Stop promotions' },
        ],
      },
    ],
  },
  {
    name: 'receipt',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'DOCUMENT', example: handle },
      {
        type: 'BODY',
        text: 'Thank you, {{1}}! Your receipt for order {{2}} is attached. Questions? We are here.',
        example: { body_text: [['Mark', '860198']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'PHONE_NUMBER', text: 'Call', phone_number: '+551155550100' },
          { type: 'URL', text: 'Contact support', url: 'https://example.com/support' },
        ],
      },
    ],
  },
  {
    name: 'recipe_video',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'VIDEO', example: handle },
      { type: 'BODY', text: 'Bake with us, {{1}}: this week’s recipe is here!', example: { body_text: [['Ana']] } },
    ],
  },
  {
    name: 'pickup_point',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'HEADER', format: 'LOCATION' },
      { type: 'BODY', text: 'Your order {{1}} waits for you here.', example: { body_text: [['2031']] } },
    ],
  },
];

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
