import { sendNotification } from 'apps-engine-runtime/lib/messenger.ts';

/** What nobody has caught is told to the server, which writes it into the app's log; the sandbox lives on. */
export default function registerErrorListeners(): void {
  process.on('uncaughtException', (error: Error, origin) => {
    sendNotification({ method: origin, params: [error.stack ?? error] });
  });
}
