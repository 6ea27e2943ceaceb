/**
 * What a line may begin with, for both directions: how WhatsApp and Rocket.Chat spell it, and how we write it so that both
 * read it. The first group, when there is one, is the list number.
 */
export const lineMarks = [
  { name: 'quote', whatsApp: /^> (?=.)/u, rocketChat: /^>[ \t]*(?=.)/u, write: () => '> ' },
  { name: 'bullet', whatsApp: /^[*-] (?=\S)/u, rocketChat: /^[*-][ \t]+(?=\S)/u, write: () => '- ' },
  {
    name: 'number',
    whatsApp: /^(\d{1,9})\. (?=\S)/u,
    rocketChat: /^(\d{1,9})\.[ \t]+(?=\S)/u,
    write: (number: string) => `${number}. `,
  },
] as const;
