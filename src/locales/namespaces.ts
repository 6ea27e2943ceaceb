/** The files of every language: one a feature. `app` holds what Rocket.Chat itself shows and goes into the zip's `i18n`. */
export const namespaces = [
  'app',
  'codes',
  'setup',
  'templates',
  'connect',
  'numbers',
  'commands',
  'messages',
  'delivery',
  'doctor',
  'errors',
  'inbound',
  'media',
  'warnings',
  'bulk',
  'forget',
] as const;
