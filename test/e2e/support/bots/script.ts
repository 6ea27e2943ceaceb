import type { Script } from './QuickReplyBot';

const numbered = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ title: `Choice ${index + 1}`, value: `/choice${index + 1}` }));

/** The texts of both bots. */
export const script: Script = {
  menu: {
    text: 'How can **we** help?',
    buttons: [
      { title: 'Opening hours', value: '/hours' },
      { title: 'Talk to a person', actionId: 'df_perform_handover', value: 'Sales' },
      { title: 'That is all', actionId: 'df_close_chat', value: 'close' },
    ],
  },
  '/hours': { text: 'From 9 to 5.' },
  long: {
    text: 'Why?',
    buttons: [
      { title: "I'm looking to invest in bread", value: '/invest' },
      { title: 'No reason', value: '/none' },
    ],
  },
  five: { text: 'Which?', buttons: numbered(5) },
  twelve: { text: 'Which of these?', buttons: numbered(12) },
  broken: { text: 'Try it', buttons: [{ title: 'Break', actionId: 'fails', value: '/broken' }] },
  link: { text: 'See', buttons: [{ title: 'Our shop', url: 'https://shop.example/a' }] },
  essay: { text: 'word '.repeat(300).trim(), buttons: [{ title: 'Read', value: '/read' }] },
  plain: { text: 'Nothing to tap here' },
};
