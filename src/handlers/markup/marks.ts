/**
 * The one table of marks, for both directions. WhatsApp has one sign for each; Rocket.Chat reads the sign once and twice
 * the same (`@rocket.chat/message-parser`), so what goes there is written once, and what comes from there is made single.
 * WhatsApp: https://faq.whatsapp.com/539178204879377
 */
export const marks = [
  { name: 'bold', whatsApp: '*', rocketChat: ['*', '**'] },
  { name: 'italic', whatsApp: '_', rocketChat: ['_', '__'] },
  { name: 'strike', whatsApp: '~', rocketChat: ['~', '~~'] },
] as const;

export type MarkName = (typeof marks)[number]['name'];
