import { readWebhookSettings, removeWebhook, writeWebhook } from '../../../../src/handlers/dialog360/configureWebhook';
import type { Connection } from '../../../../src/handlers/dialog360/Connection';
import { downloadMedia, readMedia } from '../../../../src/handlers/dialog360/downloadMedia';
import { markRead } from '../../../../src/handlers/dialog360/markRead';
import { readHealth } from '../../../../src/handlers/dialog360/readHealth';
import { readTemplates } from '../../../../src/handlers/dialog360/readTemplates';
import { sendMessage } from '../../../../src/handlers/dialog360/sendMessage';
import { uploadMedia } from '../../../../src/handlers/dialog360/uploadMedia';

/** Every call of the app to 360dialog, for one number. */
export function createDialog360(connection: Connection) {
  return {
    readHealth: bind(connection, readHealth),
    readWebhookSettings: bind(connection, readWebhookSettings),
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
