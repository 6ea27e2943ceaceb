import type { DemoTemplate } from './DemoTemplate';

/** Buttons and parts with rules of their own: code, coupon, flow, catalogue, limited-time offer. */
export const specialTemplates: DemoTemplate[] = [
  {
    name: 'verification_code',
    language: 'en_US',
    category: 'AUTHENTICATION',
    components: [
      { type: 'BODY', add_security_recommendation: true },
      { type: 'FOOTER', code_expiration_minutes: 10 },
      { type: 'BUTTONS', buttons: [{ type: 'OTP', otp_type: 'COPY_CODE', text: 'Copy code' }] },
    ],
  },
  {
    name: 'coupon',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'TEXT', text: 'A present for you' },
      {
        type: 'BODY',
        text: 'Use code {{1}} for {{2}} off your next order!',
        example: { body_text: [['BREAD25', '25%']] },
      },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'QUICK_REPLY', text: 'Unsubscribe' },
          { type: 'COPY_CODE', example: 'BREAD25' },
        ],
      },
    ],
  },
  {
    name: 'weekend_deal',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      { type: 'HEADER', format: 'IMAGE', example: { header_handle: ['https://example.com/sample'] } },
      { type: 'LIMITED_TIME_OFFER', limited_time_offer: { text: 'Ends soon!', has_expiration: true } },
      { type: 'BODY', text: 'Good news, {{1}}! Cake at half price.', example: { body_text: [['Pablo']] } },
      {
        type: 'BUTTONS',
        buttons: [
          { type: 'COPY_CODE', example: 'CAKE50' },
          { type: 'URL', text: 'Order now', url: 'https://example.com/offers?code={{1}}', example: ['n3mtql'] },
        ],
      },
    ],
  },
  {
    name: 'feedback',
    language: 'en_US',
    category: 'UTILITY',
    components: [
      { type: 'BODY', text: 'How did we do, {{1}}? It takes one minute.', example: { body_text: [['Ana']] } },
      {
        type: 'BUTTONS',
        buttons: [{ type: 'FLOW', text: 'Give feedback', flow_id: '6627390910605886', flow_action: 'navigate' }],
      },
    ],
  },
  {
    name: 'catalog_offer',
    language: 'en_US',
    category: 'MARKETING',
    components: [
      {
        type: 'BODY',
        text: 'Shop on WhatsApp and get {{1}} off all orders above {{2}}!',
        example: { body_text: [['R$ 10', 'R$ 60']] },
      },
      { type: 'BUTTONS', buttons: [{ type: 'CATALOG', text: 'View catalog' }] },
    ],
  },
];

/** Templates that cannot be sent: in review, rejected, paused, disabled. */
export const stoppedTemplates: DemoTemplate[] = [
  {
    name: 'christmas_hours',
    language: 'en_US',
    category: 'UTILITY',
    status: 'IN_APPEAL',
    components: [{ type: 'BODY', text: 'We are open until noon on the 24th.' }],
  },
  {
    name: 'free_money',
    language: 'en_US',
    category: 'MARKETING',
    status: 'REJECTED',
    rejectedReason: 'SCAM',
    components: [{ type: 'BODY', text: 'You have won! Send us your bank details.' }],
  },
  {
    name: 'daily_offer',
    language: 'en_US',
    category: 'MARKETING',
    status: 'PAUSED',
    quality: 'RED',
    pauses: 1,
    components: [{ type: 'BODY', text: 'Today’s offer for {{1}} is here!', example: { body_text: [['Ana']] } }],
  },
  {
    name: 'hourly_offer',
    language: 'en_US',
    category: 'MARKETING',
    status: 'DISABLED',
    quality: 'RED',
    pauses: 3,
    components: [{ type: 'BODY', text: 'This hour’s offer for {{1}} is here!', example: { body_text: [['Ana']] } }],
  },
];
