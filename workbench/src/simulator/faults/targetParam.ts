/** The form field that says which part of the API a fault is for. */
export const targetParam = {
  type: 'choice',
  title: 'Requests',
  default: 'send',
  options: ['send', 'read', 'media upload', 'media info', 'media download', 'templates', 'webhook', 'health', 'any'],
} as const;
