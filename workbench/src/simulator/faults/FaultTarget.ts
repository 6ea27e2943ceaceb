/** The part of the API that a request is for. */
export type FaultTarget =
  'send' | 'read' | 'media upload' | 'media info' | 'media download' | 'templates' | 'webhook' | 'health' | 'other';
