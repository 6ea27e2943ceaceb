/** The slash command. */
export const COMMAND = 'whatsapp-360d-cloud';

/** The sub-commands that help lists, in its order; each has a sentence of its own in the locale `commands`. */
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
