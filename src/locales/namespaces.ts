/**
 * The files of every language, one for each feature. `app` holds the texts that Rocket.Chat itself shows and becomes
 * the zip's `i18n`.
 */
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
