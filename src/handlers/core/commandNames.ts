/** The slash command. */
export const COMMAND = 'whatsapp-360d-cloud';

/** The sub-commands in the order in which help lists them. Each has a sentence in the locale `commands`. */
export const subcommandNames = [
  'connect',
  'numbers',
  'view-templates',
  'send-template',
  'doctor',
  'forget',
  'support',
  'help',
] as const;
