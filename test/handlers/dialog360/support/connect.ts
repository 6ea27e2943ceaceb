import type { Connection } from '../../../../src/handlers/dialog360/Connection';
import { fakeHttp } from './fakeHttp';

/** A connection whose requests are answered from a list; the key is one that no other text holds. */
export function connect(...replies: Parameters<typeof fakeHttp>): {
  connection: Connection;
  requests: ReturnType<typeof fakeHttp>['requests'];
} {
  const { http, requests } = fakeHttp(...replies);
  return { connection: { http, baseUrl: 'https://waba.example', apiKey: 'SECRETkey+1/2=' }, requests };
}
