import { sendNotification } from 'apps-engine-runtime/lib/messenger.ts';

/** Uncaught errors are sent to the server, which writes them into the app's log. The sandbox keeps running. */
export default function registerErrorListeners(): void {
  process.on('uncaughtException', (error: Error, origin) => {
    sendNotification({ method: origin, params: [error.stack ?? error] });
  });
}
