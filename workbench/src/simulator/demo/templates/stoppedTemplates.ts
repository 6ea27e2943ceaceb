import type { DemoTemplate } from '../DemoTemplate';

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
