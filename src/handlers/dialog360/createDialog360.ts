import type { Connection } from './Connection';
import { downloadMedia } from './downloadMedia';
import { markRead } from './markRead';
import { readHealth } from './readHealth';
import { readMedia } from './readMedia';
import { readTemplates } from './readTemplates';
import { readWebhook } from './readWebhook';
import { removeWebhook } from './removeWebhook';
import { sendMessage } from './sendMessage';
import { uploadMedia } from './uploadMedia';
import { writeWebhook } from './writeWebhook';

/** Everything the app asks of 360dialog for one number. Every function throws an `AppError` and nothing else. */
export function createDialog360(connection: Connection) {
  return {
    readHealth: bind(connection, readHealth),
    readWebhook: bind(connection, readWebhook),
    writeWebhook: bind(connection, writeWebhook),
    removeWebhook: bind(connection, removeWebhook),
    sendMessage: bind(connection, sendMessage),
    markRead: bind(connection, markRead),
    readMedia: bind(connection, readMedia),
    downloadMedia: bind(connection, downloadMedia),
    uploadMedia: bind(connection, uploadMedia),
    readTemplates: bind(connection, readTemplates),
  };
}

function bind<Parameters extends unknown[], Outcome>(
  connection: Connection,
  call: (connection: Connection, ...parameters: Parameters) => Promise<Outcome>,
): (...parameters: Parameters) => Promise<Outcome> {
  return (...parameters) => call(connection, ...parameters);
}
